interface MeterProps {
  /** 0 to 1. */
  readonly share: number
  readonly label: string
  readonly shade?: string
}

/** A bar of a share; the words beside it say the same. */
export function Meter({ share, label, shade = 'fresh' }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div class="meter" role="img" aria-label={`${label}: ${percent} %`}>
      <span class={shade} style={{ width: `${percent}%` }} />
    </div>
  )
}
