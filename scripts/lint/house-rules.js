// Rules of this project that no linter brings.

const readonlyMembers = {
  create: (context) => ({
    TSPropertySignature(node) {
      if (node.parent.type !== 'TSInterfaceBody' || node.readonly) return
      context.report({
        node,
        message: 'Members of an interface are readonly; a record that counts is a type alias.',
      })
    },
  }),
}

export default { meta: { name: 'house' }, rules: { 'readonly-members': readonlyMembers } }
