/** Files that the build makes; each is its address. */
declare module 'virtual:*' {
  const url: string
  export default url
}
