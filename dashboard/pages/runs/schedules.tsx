import { answerOf, api } from '../../api.ts'
import { useResource } from '../../live/resource.ts'
import { Part } from '../../parts/part.tsx'
import { PauseAll, ResumeAll } from './pause.tsx'
import { ScheduleRow } from './schedule-row.tsx'

export function Schedules() {
  const schedules = useResource('schedules', () => answerOf(api.GET('/api/weather/schedules')))
  const known = schedules.data?.schedules ?? []
  const idsWhere = (isPaused: boolean) =>
    known.filter(({ paused }) => paused === isPaused).map(({ id }) => id)
  return (
    <Part
      title="Schedules"
      resource={schedules}
      lines={5}
      empty={({ schedules: found }) =>
        found.length === 0 ? 'There are none: run weather247 schedules apply.' : null
      }
      aside={
        <span class="actions">
          <PauseAll ids={idsWhere(false)} />
          <ResumeAll ids={idsWhere(true)} />
        </span>
      }
    >
      {({ schedules: found, missing }) => (
        <>
          <ul class="schedules">
            {found.map((schedule) => (
              <ScheduleRow key={schedule.id} {...schedule} />
            ))}
          </ul>
          {missing.length > 0 ? (
            <p class="second">
              Not on the server: {missing.join(', ')}. <code>weather247 schedules apply</code> makes
              them.
            </p>
          ) : null}
        </>
      )}
    </Part>
  )
}
