// Made by `npm run docs:generate` from docs/openapi.json.

export interface paths {
  readonly '/livez': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Whether this process answers */
    readonly get: operations['getLivez']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/readyz': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Whether weather is read, refreshed and stored, and what is in the way */
    readonly get: operations['getReadyz']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/metrics': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Counters and gauges for Prometheus */
    readonly get: operations['getMetrics']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Where things are */
    readonly get: operations['get']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/cities': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Cities by ascending id, page by page */
    readonly get: operations['getCities']
    readonly put?: never
    /**
     * Adds a city, whose weather is then kept fresh
     * @description A name that several places have is refused with candidates. A city that is stored stays as it is, and the answer is 200.
     */
    readonly post: operations['postCities']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/cities/{cityId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** One city, and how its last refresh ended */
    readonly get: operations['getCitiesByCityId']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/cities/search': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Finds cities by the beginning of a name
     * @description Of the cities that are stored and of the shipped list of places with at least 100,000 inhabitants; also by other well-known names. The best match comes first, then the most populous.
     */
    readonly get: operations['getCitiesSearch']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/cities/nearest': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** The stored cities nearest to a place */
    readonly get: operations['getCitiesNearest']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/current/{cityId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Current conditions of a city
     * @description As they are stored, with their age and source.
     */
    readonly get: operations['getCurrentByCityId']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/current': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Current conditions of a city, by its name
     * @description As they are stored, with their age and source.
     */
    readonly get: operations['getCurrent']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/forecast/{cityId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Daily forecast of a city
     * @description All days are of one answer of one provider, the one confirmed last.
     */
    readonly get: operations['getForecastByCityId']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/forecast': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Daily forecast of a city, by its name
     * @description All days are of one answer of one provider, the one confirmed last.
     */
    readonly get: operations['getForecast']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/air-quality/{cityId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Air quality of a city
     * @description Concentrations, and each index under the name of its scale.
     */
    readonly get: operations['getAirQualityByCityId']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/air-quality': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Air quality of a city, by its name
     * @description Concentrations, and each index under the name of its scale.
     */
    readonly get: operations['getAirQuality']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/multiple': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Current conditions of many cities
     * @description What is not known, or is the name of several, is listed, not refused.
     */
    readonly get: operations['getMultiple']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/compare': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Current conditions of a few cities side by side, and how they differ
     * @description Each city has to be known and to have a value.
     */
    readonly get: operations['getCompare']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/cities/add': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Adds a city, whose weather is then kept fresh
     * @description A name that several places have is refused with candidates. A city that is stored stays as it is, and the answer is 200.
     */
    readonly post: operations['postCitiesAdd']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/cities/{cityId}/deactivate': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Leaves a city out of every refresh; what is stored stays */
    readonly post: operations['postCitiesByCityIdDeactivate']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/cities/{cityId}/reactivate': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Takes a city up again */
    readonly post: operations['postCitiesByCityIdReactivate']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/historical/{cityId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Past conditions of a city
     * @description In the order of time, page by page; what is stored after the first page is no part of the others. As CSV by `format=csv` or the Accept header, with the next page in the Link header.
     */
    readonly get: operations['getHistoricalByCityId']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/historical': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Past conditions of a city, by its name
     * @description In the order of time, page by page; what is stored after the first page is no part of the others. As CSV by `format=csv` or the Accept header, with the next page in the Link header.
     */
    readonly get: operations['getHistorical']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/analytics/dashboard': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Requests, cache, freshness and weather of all cities, as last computed */
    readonly get: operations['getAnalyticsDashboard']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/analytics/cities/{cityId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Statistics of a city over its last days, as last computed */
    readonly get: operations['getAnalyticsCitiesByCityId']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/audit': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Who requested which change, the newest first, page by page
     * @description Every request that may change something, written before it happens. Refused ones, such as those without a token, are not among them.
     */
    readonly get: operations['getMonitoringAudit']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/cache/stats': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** What the cache is, and how often it had what was read */
    readonly get: operations['getCacheStats']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/cache/clear': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Forget what is cached of a city, or everything, which needs the role admin */
    readonly post: operations['postCacheClear']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/health': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Whether weather is served, and how each part stands
     * @description Answers 200 while weather is served, 503 where it is not: the database is away, or no provider can be asked and what is stored is too old. Who may not read the API gets the status alone. Checked once every few seconds, however many ask; no request is sent to a provider.
     */
    readonly get: operations['getHealth']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/health': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Whether weather is served, and how each part stands
     * @description Answers 200 while weather is served, 503 where it is not: the database is away, or no provider can be asked and what is stored is too old. Who may not read the API gets the status alone. Checked once every few seconds, however many ask; no request is sent to a provider.
     */
    readonly get: operations['getMonitoringHealth']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/dashboard': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * What runs, how fresh the weather is, and how cache and providers stand
     * @description Its parts are counted once every few seconds, however many ask.
     */
    readonly get: operations['getMonitoringDashboard']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/quota': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Quota and health of every provider, by what was counted
     * @description Computed at each call from the ledger; no request is sent to a provider. Weights are in the unit each provider counts in. Warns at 75 % of a limit, is critical at 90 %.
     */
    readonly get: operations['getMonitoringQuota']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/alerts': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Alerts that were raised, the newest first */
    readonly get: operations['getMonitoringAlerts']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/alerts/{alertId}/acknowledge': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Says that somebody sees to an alert */
    readonly post: operations['postMonitoringAlertsByAlertIdAcknowledge']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/alerts/{alertId}/resolve': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Ends an alert */
    readonly post: operations['postMonitoringAlertsByAlertIdResolve']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/analytics/health-report': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * What the rules of alerts find in what is stored now
     * @description Judged once every few seconds, however many ask; nothing is stored.
     */
    readonly get: operations['getAnalyticsHealthReport']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/analytics/health-check': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * The same, and raises, escalates and resolves alerts by it
     * @description As the schedule monitor-api-quota does with every run.
     */
    readonly post: operations['postAnalyticsHealthCheck']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/providers': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Every weather API, with its licence, limits and health
     * @description From the catalogue and what was counted; no request is sent to a provider.
     */
    readonly get: operations['getProviders']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/providers/{providerId}/stats': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** What was requested of a weather API, day by day */
    readonly get: operations['getProvidersByProviderIdStats']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/refresh': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Starts a refresh of the cities named, or of all that are due
     * @description What is young enough is not refreshed, and its task says so, unless `force` is set; a refresh of a city that is under way is joined. An `Idempotency-Key` makes a repetition start nothing; a dry run starts nothing either, and takes no key.
     */
    readonly post: operations['postMonitoringRefresh']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/task/{taskId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * How a task stands
     * @description A run of a job, and a refresh that was asked for, answers from what was stored of its end where Temporal has forgotten it.
     */
    readonly get: operations['getMonitoringTaskByTaskId']
    readonly put?: never
    readonly post?: never
    /** Requests that a task stops; what it has stored stays */
    readonly delete: operations['deleteMonitoringTaskByTaskId']
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/task/{taskId}/cancel': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Requests that a task stops; what it has stored stays */
    readonly post: operations['postMonitoringTaskByTaskIdCancel']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/task/{taskId}/terminate': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Ends a task at once, for one that does not stop when it is asked to
     * @description It cleans up nothing and stores no summary: cancel it first.
     */
    readonly post: operations['postMonitoringTaskByTaskIdTerminate']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/tasks': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Tasks that Temporal keeps, page by page */
    readonly get: operations['getMonitoringTasks']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/task/{taskId}/events': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * The events of a task, as server-sent events
     * @description Each `progress` and the last one, `result`, hold the task as its own address answers. A client that comes again after the result gets 204, and comes no more.
     */
    readonly get: operations['getMonitoringTaskByTaskIdEvents']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/monitoring/events': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * The events of all tasks, as server-sent events
     * @description Of what nothing else started, twenty at a time. With `Last-Event-ID` the results since then come first; one that was read already may come again.
     */
    readonly get: operations['getMonitoringEvents']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/schedules': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** What runs by itself, and when */
    readonly get: operations['getSchedules']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/schedules/{scheduleId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** One schedule */
    readonly get: operations['getSchedulesByScheduleId']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/schedules/{scheduleId}/pause': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Lets no more runs start */
    readonly post: operations['postSchedulesByScheduleIdPause']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/schedules/{scheduleId}/resume': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Lets runs start again */
    readonly post: operations['postSchedulesByScheduleIdResume']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/schedules/{scheduleId}/trigger': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Runs it now, once; skipped while a run of it is under way */
    readonly post: operations['postSchedulesByScheduleIdTrigger']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/scheduler/status': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** How refresh-all-cities stands, in the words of the old API */
    readonly get: operations['getSchedulerStatus']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/scheduler/start': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Resumes refresh-all-cities */
    readonly post: operations['postSchedulerStart']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/weather/scheduler/stop': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /** Pauses refresh-all-cities */
    readonly post: operations['postSchedulerStop']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** @description A problem (RFC 9457) */
    readonly Problem: {
      /** Format: uri */
      readonly type: string
      readonly title: string
      readonly status: number
      readonly detail: string
      /** @description The address of the request, where it could be read */
      readonly instance?: string
      /** @description Of a 5xx: the log of the server has the cause under this id */
      readonly request_id?: string
      /**
       * @description What programs may rely on
       * @enum {string}
       */
      readonly kind:
        | 'invalid-request'
        | 'unknown-host'
        | 'unauthenticated'
        | 'forbidden'
        | 'rate-limited'
        | 'cross-site'
        | 'not-found'
        | 'method-not-allowed'
        | 'unknown-city'
        | 'ambiguous-city'
        | 'no-data-yet'
        | 'idempotency-key-reused'
        | 'unknown-task'
        | 'task-closed'
        | 'unknown-alert'
        | 'alert-resolved'
        | 'unknown-provider'
        | 'unknown-schedule'
        | 'temporal-unavailable'
        | 'database-unavailable'
        | 'answer-late'
        | 'cache-unavailable'
        | 'internal'
    } & {
      readonly [key: string]: unknown
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  readonly getLivez: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @enum {string} */
            readonly status: 'ok'
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getReadyz: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @enum {string} */
            readonly status: 'ready' | 'not_ready'
            /** @description Checks that fail */
            readonly missing: readonly (
              'database' | 'writing' | 'temporal' | 'workers' | 'progress' | 'freshness' | 'cache'
            )[]
            readonly checks: readonly {
              /** @enum {string} */
              readonly name:
                'database' | 'writing' | 'temporal' | 'workers' | 'progress' | 'freshness' | 'cache'
              /**
               * @description degraded: slower, but ready; skipped: what it depends on does not answer, or there is nothing to judge
               * @enum {string}
               */
              readonly status: 'ok' | 'failing' | 'degraded' | 'skipped'
              /** @description Null where all is well */
              readonly reason: string | null
            }[]
            /** @description Their jobs wait. The API is ready without them, except for weather_refresh. */
            readonly queues_without_worker: readonly (
              'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
            )[]
          }
        }
      }
      /** @description Default Response */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @enum {string} */
            readonly status: 'ready' | 'not_ready'
            /** @description Checks that fail */
            readonly missing: readonly (
              'database' | 'writing' | 'temporal' | 'workers' | 'progress' | 'freshness' | 'cache'
            )[]
            readonly checks: readonly {
              /** @enum {string} */
              readonly name:
                'database' | 'writing' | 'temporal' | 'workers' | 'progress' | 'freshness' | 'cache'
              /**
               * @description degraded: slower, but ready; skipped: what it depends on does not answer, or there is nothing to judge
               * @enum {string}
               */
              readonly status: 'ok' | 'failing' | 'degraded' | 'skipped'
              /** @description Null where all is well */
              readonly reason: string | null
            }[]
            /** @description Their jobs wait. The API is ready without them, except for weather_refresh. */
            readonly queues_without_worker: readonly (
              'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
            )[]
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMetrics: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The text format of Prometheus */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'text/plain': string
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly get: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly name: string
            /** @enum {string} */
            readonly mode: 'live' | 'demo'
            readonly links: {
              readonly docs: string
              readonly cities: string
              readonly current: string
              readonly schedules: string
              readonly quota: string
              readonly analytics: string
              readonly metrics: string
              readonly ready: string
              /** @description Temporal Web UI */
              readonly web_ui: string | null
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getCities: {
    readonly parameters: {
      readonly query?: {
        /** @example 10 */
        readonly limit?: number
        /**
         * @description next_cursor of the page before
         * @example 2643743
         */
        readonly cursor?: number
        /** @description ISO 3166-1 alpha-2 */
        readonly country?: string
        /** @description Whether it is kept fresh */
        readonly is_active?: 'true' | 'false'
        /**
         * @description The beginning of a name
         * @example lon
         */
        readonly q?: string
        /** @description Whose conditions are served */
        readonly provider?:
          'openweathermap' | 'weatherapi' | 'aviation-weather' | 'open-meteo' | 'met-norway' | 'nws'
        /** @description Of the conditions */
        readonly freshness?: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly cities: readonly {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              /** @description Whether it is kept fresh */
              readonly is_active: boolean
              /** Format: date-time */
              readonly created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              readonly updated_at: string
              readonly last_refresh: {
                /**
                 * @description Of the conditions, by conditions_confirmed_at
                 * @enum {string}
                 */
                readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** Format: date-time */
                readonly conditions_confirmed_at: string | null
                /** Format: date-time */
                readonly forecast_confirmed_at: string | null
                /** Format: date-time */
                readonly air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                readonly outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                readonly outcome_at: string | null
                /** @enum {string|null} */
                readonly provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }[]
            /** @description Null on the last page */
            readonly next_cursor: string | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postCities: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description A place of the shipped list by `geonames_id` or by `name` (and `country`), any other by `name`, `country`, `latitude`, `longitude` and `timezone` */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /**
           * @description GeoNames id
           * @example 2643743
           */
          readonly geonames_id?: number
          readonly name?: string
          /** @description ISO 3166-1 alpha-2 */
          readonly country?: string
          /** @description Degrees north */
          readonly latitude?: number
          /** @description Degrees east */
          readonly longitude?: number
          /** @description IANA time zone */
          readonly timezone?: string
        }
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              /** @description Whether it is kept fresh */
              readonly is_active: boolean
              /** Format: date-time */
              readonly created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              readonly updated_at: string
              readonly last_refresh: {
                /**
                 * @description Of the conditions, by conditions_confirmed_at
                 * @enum {string}
                 */
                readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** Format: date-time */
                readonly conditions_confirmed_at: string | null
                /** Format: date-time */
                readonly forecast_confirmed_at: string | null
                /** Format: date-time */
                readonly air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                readonly outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                readonly outcome_at: string | null
                /** @enum {string|null} */
                readonly provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              /** @description Whether it is kept fresh */
              readonly is_active: boolean
              /** Format: date-time */
              readonly created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              readonly updated_at: string
              readonly last_refresh: {
                /**
                 * @description Of the conditions, by conditions_confirmed_at
                 * @enum {string}
                 */
                readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** Format: date-time */
                readonly conditions_confirmed_at: string | null
                /** Format: date-time */
                readonly forecast_confirmed_at: string | null
                /** Format: date-time */
                readonly air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                readonly outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                readonly outcome_at: string | null
                /** @enum {string|null} */
                readonly provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getCitiesByCityId: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        readonly cityId: number
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @description GeoNames id */
            readonly id: number
            readonly name: string
            /** @description ISO 3166-1 alpha-2 */
            readonly country: string
            /** @description Degrees north */
            readonly latitude: number
            /** @description Degrees east */
            readonly longitude: number
            /** @description IANA time zone */
            readonly timezone: string
            readonly population: number | null
            /** @description Whether it is kept fresh */
            readonly is_active: boolean
            /** Format: date-time */
            readonly created_at: string
            /**
             * Format: date-time
             * @description When what is said of the city itself changed last
             */
            readonly updated_at: string
            readonly last_refresh: {
              /**
               * @description Of the conditions, by conditions_confirmed_at
               * @enum {string}
               */
              readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
              /** Format: date-time */
              readonly conditions_confirmed_at: string | null
              /** Format: date-time */
              readonly forecast_confirmed_at: string | null
              /** Format: date-time */
              readonly air_quality_confirmed_at: string | null
              /** @enum {string|null} */
              readonly outcome: 'ok' | 'partial' | 'failed' | null
              /** Format: date-time */
              readonly outcome_at: string | null
              /** @enum {string|null} */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
                | null
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getCitiesSearch: {
    readonly parameters: {
      readonly query: {
        /**
         * @description The beginning of a name, or of a word in it; any case, accents or not
         * @example lon
         */
        readonly q: string
        /** @description ISO 3166-1 alpha-2 */
        readonly country?: string
        /** @example 10 */
        readonly limit?: number
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly cities: readonly {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              /**
               * @description How the name found answers `q`
               * @enum {string}
               */
              readonly match: 'exact' | 'prefix' | 'word_prefix'
              /** @description False for a place of the shipped list only */
              readonly is_stored: boolean
              /** @description Null where it is not stored */
              readonly is_active: boolean | null
            }[]
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getCitiesNearest: {
    readonly parameters: {
      readonly query: {
        /**
         * @description Degrees north
         * @example 51.5
         */
        readonly latitude: number
        /**
         * @description Degrees east
         * @example -0.1
         */
        readonly longitude: number
        /** @example 10 */
        readonly limit?: number
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly cities: readonly {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              /** @description Whether it is kept fresh */
              readonly is_active: boolean
              /** @description Along the great circle */
              readonly distance_km: number
            }[]
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getCurrentByCityId: {
    readonly parameters: {
      readonly query?: {
        /** @description Units of the values; `metric` where absent. The units block names them. */
        readonly units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        readonly compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        readonly refresh?: 'if-stale'
      }
      readonly header?: never
      readonly path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        readonly cityId: number
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
            }
            readonly conditions: {
              readonly temperature: number | null
              readonly feels_like: number | null
              /** @description Relative */
              readonly humidity: number | null
              /** @description Reduced to mean sea level */
              readonly pressure: number | null
              readonly visibility: number | null
              readonly uv_index: number | null
              readonly wind_speed: number | null
              readonly wind_gust: number | null
              /** @description Where the wind blows from; north is 0 */
              readonly wind_direction: number | null
              readonly cloudiness: number | null
              readonly precipitation: number | null
              /** @description The span the precipitation fell in: negative before valid_at, positive after it */
              readonly precipitation_window_minutes: number | null
              /** @enum {string|null} */
              readonly condition:
                | 'clear'
                | 'mostly_clear'
                | 'partly_cloudy'
                | 'overcast'
                | 'fog'
                | 'haze'
                | 'drizzle'
                | 'freezing_drizzle'
                | 'rain'
                | 'freezing_rain'
                | 'rain_showers'
                | 'sleet'
                | 'snow'
                | 'snow_showers'
                | 'ice_pellets'
                | 'thunderstorm'
                | 'squall'
                | 'tornado'
                | 'unknown'
                | null
              /** @enum {string|null} */
              readonly intensity: 'light' | 'moderate' | 'heavy' | null
              readonly is_day: boolean | null
              /** Format: date-time */
              readonly sunrise: string | null
              /** Format: date-time */
              readonly sunset: string | null
            }
            /**
             * Format: date-time
             * @description The moment the values describe
             */
            readonly valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            readonly fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            readonly confirmed_at: string
            /** @description Since confirmed_at */
            readonly age_seconds: number
            /** @description Since valid_at */
            readonly valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the product is refreshed
             * @enum {string}
             */
            readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Two refreshes or more were missed */
            readonly stale: boolean
            readonly source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              readonly attribution: {
                /** @description To be shown wherever the data is */
                readonly text: string
                /** @description Null in the demo */
                readonly url: string | null
                /** @description Null in the demo */
                readonly licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            readonly basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            readonly derived: readonly string[]
            /** @enum {string} */
            readonly served_from: 'cache' | 'database'
            readonly units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly feels_like: string
              /** @example % */
              readonly humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              readonly pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              readonly visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_gust: string
              /** @example ° */
              readonly wind_direction: string
              /** @example % */
              readonly cloudiness: string
              /**
               * @example mm
               * @example in
               */
              readonly precipitation: string
            }
            /** @description The refresh that was waited for in vain */
            readonly refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getCurrent: {
    readonly parameters: {
      readonly query: {
        /**
         * @description Any case, accents or not
         * @example Tokyo
         */
        readonly city: string
        /** @description ISO 3166-1 alpha-2 */
        readonly country?: string
        /** @description Units of the values; `metric` where absent. The units block names them. */
        readonly units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        readonly compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        readonly refresh?: 'if-stale'
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
            }
            readonly conditions: {
              readonly temperature: number | null
              readonly feels_like: number | null
              /** @description Relative */
              readonly humidity: number | null
              /** @description Reduced to mean sea level */
              readonly pressure: number | null
              readonly visibility: number | null
              readonly uv_index: number | null
              readonly wind_speed: number | null
              readonly wind_gust: number | null
              /** @description Where the wind blows from; north is 0 */
              readonly wind_direction: number | null
              readonly cloudiness: number | null
              readonly precipitation: number | null
              /** @description The span the precipitation fell in: negative before valid_at, positive after it */
              readonly precipitation_window_minutes: number | null
              /** @enum {string|null} */
              readonly condition:
                | 'clear'
                | 'mostly_clear'
                | 'partly_cloudy'
                | 'overcast'
                | 'fog'
                | 'haze'
                | 'drizzle'
                | 'freezing_drizzle'
                | 'rain'
                | 'freezing_rain'
                | 'rain_showers'
                | 'sleet'
                | 'snow'
                | 'snow_showers'
                | 'ice_pellets'
                | 'thunderstorm'
                | 'squall'
                | 'tornado'
                | 'unknown'
                | null
              /** @enum {string|null} */
              readonly intensity: 'light' | 'moderate' | 'heavy' | null
              readonly is_day: boolean | null
              /** Format: date-time */
              readonly sunrise: string | null
              /** Format: date-time */
              readonly sunset: string | null
            }
            /**
             * Format: date-time
             * @description The moment the values describe
             */
            readonly valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            readonly fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            readonly confirmed_at: string
            /** @description Since confirmed_at */
            readonly age_seconds: number
            /** @description Since valid_at */
            readonly valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the product is refreshed
             * @enum {string}
             */
            readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Two refreshes or more were missed */
            readonly stale: boolean
            readonly source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              readonly attribution: {
                /** @description To be shown wherever the data is */
                readonly text: string
                /** @description Null in the demo */
                readonly url: string | null
                /** @description Null in the demo */
                readonly licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            readonly basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            readonly derived: readonly string[]
            /** @enum {string} */
            readonly served_from: 'cache' | 'database'
            readonly units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly feels_like: string
              /** @example % */
              readonly humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              readonly pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              readonly visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_gust: string
              /** @example ° */
              readonly wind_direction: string
              /** @example % */
              readonly cloudiness: string
              /**
               * @example mm
               * @example in
               */
              readonly precipitation: string
            }
            /** @description The refresh that was waited for in vain */
            readonly refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getForecastByCityId: {
    readonly parameters: {
      readonly query?: {
        /** @description Local days from today on; fewer come where the provider gave fewer */
        readonly days?: number
        /** @description Units of the values; `metric` where absent. The units block names them. */
        readonly units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        readonly compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        readonly refresh?: 'if-stale'
      }
      readonly header?: never
      readonly path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        readonly cityId: number
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
            }
            readonly days: readonly {
              /**
               * Format: date
               * @description Local day of the city
               */
              readonly date: string
              /**
               * Format: date-time
               * @description When that day begins there
               */
              readonly starts_at: string
              /** @description The provider’s steps do not cover the whole day, so extremes may be missed */
              readonly partial: boolean
              readonly temperature_max: number | null
              readonly temperature_min: number | null
              readonly precipitation: number | null
              /** @description From 0 to 1 */
              readonly precipitation_probability: number | null
              readonly wind_speed_max: number | null
              readonly wind_gust_max: number | null
              /** @description The highest of the day */
              readonly uv_index_max: number | null
              /** @enum {string|null} */
              readonly condition:
                | 'clear'
                | 'mostly_clear'
                | 'partly_cloudy'
                | 'overcast'
                | 'fog'
                | 'haze'
                | 'drizzle'
                | 'freezing_drizzle'
                | 'rain'
                | 'freezing_rain'
                | 'rain_showers'
                | 'sleet'
                | 'snow'
                | 'snow_showers'
                | 'ice_pellets'
                | 'thunderstorm'
                | 'squall'
                | 'tornado'
                | 'unknown'
                | null
              /** @enum {string|null} */
              readonly intensity: 'light' | 'moderate' | 'heavy' | null
              /** Format: date-time */
              readonly sunrise: string | null
              /** Format: date-time */
              readonly sunset: string | null
            }[]
            readonly units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly temperature_max: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly temperature_min: string
              /**
               * @example mm
               * @example in
               */
              readonly precipitation: string
              /** @example 1 */
              readonly precipitation_probability: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_speed_max: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_gust_max: string
            }
            /**
             * Format: date-time
             * @description When the first of the days begins
             */
            readonly valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            readonly fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            readonly confirmed_at: string
            /** @description Since confirmed_at */
            readonly age_seconds: number
            /** @description Since valid_at */
            readonly valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the product is refreshed
             * @enum {string}
             */
            readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Two refreshes or more were missed */
            readonly stale: boolean
            readonly source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              readonly attribution: {
                /** @description To be shown wherever the data is */
                readonly text: string
                /** @description Null in the demo */
                readonly url: string | null
                /** @description Null in the demo */
                readonly licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            readonly basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            readonly derived: readonly string[]
            /** @enum {string} */
            readonly served_from: 'cache' | 'database'
            /** @description The refresh that was waited for in vain */
            readonly refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getForecast: {
    readonly parameters: {
      readonly query: {
        /**
         * @description Any case, accents or not
         * @example Tokyo
         */
        readonly city: string
        /** @description ISO 3166-1 alpha-2 */
        readonly country?: string
        /** @description Local days from today on; fewer come where the provider gave fewer */
        readonly days?: number
        /** @description Units of the values; `metric` where absent. The units block names them. */
        readonly units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        readonly compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        readonly refresh?: 'if-stale'
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
            }
            readonly days: readonly {
              /**
               * Format: date
               * @description Local day of the city
               */
              readonly date: string
              /**
               * Format: date-time
               * @description When that day begins there
               */
              readonly starts_at: string
              /** @description The provider’s steps do not cover the whole day, so extremes may be missed */
              readonly partial: boolean
              readonly temperature_max: number | null
              readonly temperature_min: number | null
              readonly precipitation: number | null
              /** @description From 0 to 1 */
              readonly precipitation_probability: number | null
              readonly wind_speed_max: number | null
              readonly wind_gust_max: number | null
              /** @description The highest of the day */
              readonly uv_index_max: number | null
              /** @enum {string|null} */
              readonly condition:
                | 'clear'
                | 'mostly_clear'
                | 'partly_cloudy'
                | 'overcast'
                | 'fog'
                | 'haze'
                | 'drizzle'
                | 'freezing_drizzle'
                | 'rain'
                | 'freezing_rain'
                | 'rain_showers'
                | 'sleet'
                | 'snow'
                | 'snow_showers'
                | 'ice_pellets'
                | 'thunderstorm'
                | 'squall'
                | 'tornado'
                | 'unknown'
                | null
              /** @enum {string|null} */
              readonly intensity: 'light' | 'moderate' | 'heavy' | null
              /** Format: date-time */
              readonly sunrise: string | null
              /** Format: date-time */
              readonly sunset: string | null
            }[]
            readonly units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly temperature_max: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly temperature_min: string
              /**
               * @example mm
               * @example in
               */
              readonly precipitation: string
              /** @example 1 */
              readonly precipitation_probability: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_speed_max: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_gust_max: string
            }
            /**
             * Format: date-time
             * @description When the first of the days begins
             */
            readonly valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            readonly fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            readonly confirmed_at: string
            /** @description Since confirmed_at */
            readonly age_seconds: number
            /** @description Since valid_at */
            readonly valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the product is refreshed
             * @enum {string}
             */
            readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Two refreshes or more were missed */
            readonly stale: boolean
            readonly source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              readonly attribution: {
                /** @description To be shown wherever the data is */
                readonly text: string
                /** @description Null in the demo */
                readonly url: string | null
                /** @description Null in the demo */
                readonly licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            readonly basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            readonly derived: readonly string[]
            /** @enum {string} */
            readonly served_from: 'cache' | 'database'
            /** @description The refresh that was waited for in vain */
            readonly refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getAirQualityByCityId: {
    readonly parameters: {
      readonly query?: {
        /** @description Units of the values; `metric` where absent. The units block names them. */
        readonly units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        readonly compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        readonly refresh?: 'if-stale'
      }
      readonly header?: never
      readonly path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        readonly cityId: number
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
            }
            readonly air_quality: {
              readonly pm2_5: number | null
              readonly pm10: number | null
              readonly carbon_monoxide: number | null
              readonly nitrogen_dioxide: number | null
              readonly sulphur_dioxide: number | null
              readonly ozone: number | null
              readonly ammonia: number | null
            }
            readonly indices: {
              /** @description European AQI of the EEA, from 0 */
              readonly european_aqi: number | null
              /** @description US AQI of the EPA, from 0 to 500 */
              readonly us_aqi: number | null
              /** @description Band of the US AQI, from 1 to 6 */
              readonly us_epa_band: number | null
              /** @description UK Daily Air Quality Index, from 1 to 10 */
              readonly gb_defra: number | null
              /** @description Scale of OpenWeather, from 1 (good) to 5 (very poor) */
              readonly openweathermap: number | null
            }
            readonly units: {
              /** @example µg/m³ */
              readonly pm2_5: string
              /** @example µg/m³ */
              readonly pm10: string
              /** @example µg/m³ */
              readonly carbon_monoxide: string
              /** @example µg/m³ */
              readonly nitrogen_dioxide: string
              /** @example µg/m³ */
              readonly sulphur_dioxide: string
              /** @example µg/m³ */
              readonly ozone: string
              /** @example µg/m³ */
              readonly ammonia: string
            }
            /**
             * Format: date-time
             * @description The moment the values describe
             */
            readonly valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            readonly fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            readonly confirmed_at: string
            /** @description Since confirmed_at */
            readonly age_seconds: number
            /** @description Since valid_at */
            readonly valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the product is refreshed
             * @enum {string}
             */
            readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Two refreshes or more were missed */
            readonly stale: boolean
            readonly source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              readonly attribution: {
                /** @description To be shown wherever the data is */
                readonly text: string
                /** @description Null in the demo */
                readonly url: string | null
                /** @description Null in the demo */
                readonly licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            readonly basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            readonly derived: readonly string[]
            /** @enum {string} */
            readonly served_from: 'cache' | 'database'
            /** @description The refresh that was waited for in vain */
            readonly refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getAirQuality: {
    readonly parameters: {
      readonly query: {
        /**
         * @description Any case, accents or not
         * @example Tokyo
         */
        readonly city: string
        /** @description ISO 3166-1 alpha-2 */
        readonly country?: string
        /** @description Units of the values; `metric` where absent. The units block names them. */
        readonly units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        readonly compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        readonly refresh?: 'if-stale'
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
            }
            readonly air_quality: {
              readonly pm2_5: number | null
              readonly pm10: number | null
              readonly carbon_monoxide: number | null
              readonly nitrogen_dioxide: number | null
              readonly sulphur_dioxide: number | null
              readonly ozone: number | null
              readonly ammonia: number | null
            }
            readonly indices: {
              /** @description European AQI of the EEA, from 0 */
              readonly european_aqi: number | null
              /** @description US AQI of the EPA, from 0 to 500 */
              readonly us_aqi: number | null
              /** @description Band of the US AQI, from 1 to 6 */
              readonly us_epa_band: number | null
              /** @description UK Daily Air Quality Index, from 1 to 10 */
              readonly gb_defra: number | null
              /** @description Scale of OpenWeather, from 1 (good) to 5 (very poor) */
              readonly openweathermap: number | null
            }
            readonly units: {
              /** @example µg/m³ */
              readonly pm2_5: string
              /** @example µg/m³ */
              readonly pm10: string
              /** @example µg/m³ */
              readonly carbon_monoxide: string
              /** @example µg/m³ */
              readonly nitrogen_dioxide: string
              /** @example µg/m³ */
              readonly sulphur_dioxide: string
              /** @example µg/m³ */
              readonly ozone: string
              /** @example µg/m³ */
              readonly ammonia: string
            }
            /**
             * Format: date-time
             * @description The moment the values describe
             */
            readonly valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            readonly fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            readonly confirmed_at: string
            /** @description Since confirmed_at */
            readonly age_seconds: number
            /** @description Since valid_at */
            readonly valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the product is refreshed
             * @enum {string}
             */
            readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Two refreshes or more were missed */
            readonly stale: boolean
            readonly source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              readonly attribution: {
                /** @description To be shown wherever the data is */
                readonly text: string
                /** @description Null in the demo */
                readonly url: string | null
                /** @description Null in the demo */
                readonly licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            readonly basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            readonly derived: readonly string[]
            /** @enum {string} */
            readonly served_from: 'cache' | 'database'
            /** @description The refresh that was waited for in vain */
            readonly refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMultiple: {
    readonly parameters: {
      readonly query: {
        /**
         * @description From 1 to 100 names or GeoNames ids, with commas between; two capitals after a name are its country
         * @example London, GB, Tokyo, 2950159
         */
        readonly cities: string
        /** @description Units of the values; `metric` where absent. The units block names them. */
        readonly units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        readonly compat?: number
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @description In the order in which they were asked for */
            readonly cities: readonly {
              readonly city: {
                /** @description GeoNames id */
                readonly id: number
                readonly name: string
                /** @description ISO 3166-1 alpha-2 */
                readonly country: string
                /** @description Degrees north */
                readonly latitude: number
                /** @description Degrees east */
                readonly longitude: number
                /** @description IANA time zone */
                readonly timezone: string
                readonly population: number | null
              }
              readonly conditions: {
                readonly temperature: number | null
                readonly feels_like: number | null
                /** @description Relative */
                readonly humidity: number | null
                /** @description Reduced to mean sea level */
                readonly pressure: number | null
                readonly visibility: number | null
                readonly uv_index: number | null
                readonly wind_speed: number | null
                readonly wind_gust: number | null
                /** @description Where the wind blows from; north is 0 */
                readonly wind_direction: number | null
                readonly cloudiness: number | null
                readonly precipitation: number | null
                /** @description The span the precipitation fell in: negative before valid_at, positive after it */
                readonly precipitation_window_minutes: number | null
                /** @enum {string|null} */
                readonly condition:
                  | 'clear'
                  | 'mostly_clear'
                  | 'partly_cloudy'
                  | 'overcast'
                  | 'fog'
                  | 'haze'
                  | 'drizzle'
                  | 'freezing_drizzle'
                  | 'rain'
                  | 'freezing_rain'
                  | 'rain_showers'
                  | 'sleet'
                  | 'snow'
                  | 'snow_showers'
                  | 'ice_pellets'
                  | 'thunderstorm'
                  | 'squall'
                  | 'tornado'
                  | 'unknown'
                  | null
                /** @enum {string|null} */
                readonly intensity: 'light' | 'moderate' | 'heavy' | null
                readonly is_day: boolean | null
                /** Format: date-time */
                readonly sunrise: string | null
                /** Format: date-time */
                readonly sunset: string | null
              }
              /**
               * Format: date-time
               * @description The moment the values describe
               */
              readonly valid_at: string
              /**
               * Format: date-time
               * @description When the provider sent them
               */
              readonly fetched_at: string
              /**
               * Format: date-time
               * @description When the provider last said that they still hold
               */
              readonly confirmed_at: string
              /** @description Since confirmed_at */
              readonly age_seconds: number
              /** @description Since valid_at */
              readonly valid_age_seconds: number
              /**
               * @description By age_seconds, measured by how often the product is refreshed
               * @enum {string}
               */
              readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
              /** @description Two refreshes or more were missed */
              readonly stale: boolean
              readonly source: {
                /**
                 * @description In the demo the one that was emulated
                 * @enum {string}
                 */
                readonly provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                readonly name: string
                readonly attribution: {
                  /** @description To be shown wherever the data is */
                  readonly text: string
                  /** @description Null in the demo */
                  readonly url: string | null
                  /** @description Null in the demo */
                  readonly licence: string | null
                }
              }
              /**
               * @description Measured, a model’s estimate of the moment, or its earlier prediction
               * @enum {string}
               */
              readonly basis: 'observed' | 'analysis' | 'forecast'
              /** @description Fields computed here from others, not sent by the provider */
              readonly derived: readonly string[]
              /** @enum {string} */
              readonly served_from: 'cache' | 'database'
            }[]
            readonly units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly feels_like: string
              /** @example % */
              readonly humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              readonly pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              readonly visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_gust: string
              /** @example ° */
              readonly wind_direction: string
              /** @example % */
              readonly cloudiness: string
              /**
               * @example mm
               * @example in
               */
              readonly precipitation: string
            }
            /** @description Not refreshed with success yet */
            readonly without_data: readonly {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
            }[]
            readonly unknown: readonly string[]
            readonly ambiguous: readonly {
              readonly name: string
              readonly candidates: readonly {
                /** @description GeoNames id */
                readonly id: number
                readonly name: string
                /** @description ISO 3166-1 alpha-2 */
                readonly country: string
                /** @description Degrees north */
                readonly latitude: number
                /** @description Degrees east */
                readonly longitude: number
                readonly population: number | null
              }[]
            }[]
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getCompare: {
    readonly parameters: {
      readonly query: {
        /**
         * @description From 2 to 6 names or GeoNames ids, with commas between; two capitals after a name are its country
         * @example London, GB, Tokyo, 2950159
         */
        readonly cities: string
        /** @description Units of the values; `metric` where absent. The units block names them. */
        readonly units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        readonly compat?: number
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @description In the order in which they were asked for */
            readonly cities: readonly {
              readonly city: {
                /** @description GeoNames id */
                readonly id: number
                readonly name: string
                /** @description ISO 3166-1 alpha-2 */
                readonly country: string
                /** @description Degrees north */
                readonly latitude: number
                /** @description Degrees east */
                readonly longitude: number
                /** @description IANA time zone */
                readonly timezone: string
                readonly population: number | null
              }
              readonly conditions: {
                readonly temperature: number | null
                readonly feels_like: number | null
                /** @description Relative */
                readonly humidity: number | null
                /** @description Reduced to mean sea level */
                readonly pressure: number | null
                readonly visibility: number | null
                readonly uv_index: number | null
                readonly wind_speed: number | null
                readonly wind_gust: number | null
                /** @description Where the wind blows from; north is 0 */
                readonly wind_direction: number | null
                readonly cloudiness: number | null
                readonly precipitation: number | null
                /** @description The span the precipitation fell in: negative before valid_at, positive after it */
                readonly precipitation_window_minutes: number | null
                /** @enum {string|null} */
                readonly condition:
                  | 'clear'
                  | 'mostly_clear'
                  | 'partly_cloudy'
                  | 'overcast'
                  | 'fog'
                  | 'haze'
                  | 'drizzle'
                  | 'freezing_drizzle'
                  | 'rain'
                  | 'freezing_rain'
                  | 'rain_showers'
                  | 'sleet'
                  | 'snow'
                  | 'snow_showers'
                  | 'ice_pellets'
                  | 'thunderstorm'
                  | 'squall'
                  | 'tornado'
                  | 'unknown'
                  | null
                /** @enum {string|null} */
                readonly intensity: 'light' | 'moderate' | 'heavy' | null
                readonly is_day: boolean | null
                /** Format: date-time */
                readonly sunrise: string | null
                /** Format: date-time */
                readonly sunset: string | null
              }
              /**
               * Format: date-time
               * @description The moment the values describe
               */
              readonly valid_at: string
              /**
               * Format: date-time
               * @description When the provider sent them
               */
              readonly fetched_at: string
              /**
               * Format: date-time
               * @description When the provider last said that they still hold
               */
              readonly confirmed_at: string
              /** @description Since confirmed_at */
              readonly age_seconds: number
              /** @description Since valid_at */
              readonly valid_age_seconds: number
              /**
               * @description By age_seconds, measured by how often the product is refreshed
               * @enum {string}
               */
              readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
              /** @description Two refreshes or more were missed */
              readonly stale: boolean
              readonly source: {
                /**
                 * @description In the demo the one that was emulated
                 * @enum {string}
                 */
                readonly provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                readonly name: string
                readonly attribution: {
                  /** @description To be shown wherever the data is */
                  readonly text: string
                  /** @description Null in the demo */
                  readonly url: string | null
                  /** @description Null in the demo */
                  readonly licence: string | null
                }
              }
              /**
               * @description Measured, a model’s estimate of the moment, or its earlier prediction
               * @enum {string}
               */
              readonly basis: 'observed' | 'analysis' | 'forecast'
              /** @description Fields computed here from others, not sent by the provider */
              readonly derived: readonly string[]
              /** @enum {string} */
              readonly served_from: 'cache' | 'database'
            }[]
            readonly units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly feels_like: string
              /** @example % */
              readonly humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              readonly pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              readonly visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_gust: string
              /** @example ° */
              readonly wind_direction: string
              /** @example % */
              readonly cloudiness: string
              /**
               * @example mm
               * @example in
               */
              readonly precipitation: string
            }
            /** @description One for each pair of cities */
            readonly differences: readonly {
              /** @description Id of a city */
              readonly from: number
              /** @description Id of the city that is compared with it */
              readonly to: number
              /** @description How far `to` is above `from`, in the units of the fields; null where either is not known, or precipitation fell in another span */
              readonly values: {
                readonly temperature: number | null
                readonly feels_like: number | null
                readonly humidity: number | null
                readonly pressure: number | null
                readonly visibility: number | null
                readonly uv_index: number | null
                readonly wind_speed: number | null
                readonly wind_gust: number | null
                /** @description The shorter way round */
                readonly wind_direction: number | null
                readonly cloudiness: number | null
                readonly precipitation: number | null
              }
            }[]
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postCitiesAdd: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description A place of the shipped list by `geonames_id` or by `name` (and `country`), any other by `name`, `country`, `latitude`, `longitude` and `timezone` */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /**
           * @description GeoNames id
           * @example 2643743
           */
          readonly geonames_id?: number
          readonly name?: string
          /** @description ISO 3166-1 alpha-2 */
          readonly country?: string
          /** @description Degrees north */
          readonly latitude?: number
          /** @description Degrees east */
          readonly longitude?: number
          /** @description IANA time zone */
          readonly timezone?: string
        }
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              /** @description Whether it is kept fresh */
              readonly is_active: boolean
              /** Format: date-time */
              readonly created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              readonly updated_at: string
              readonly last_refresh: {
                /**
                 * @description Of the conditions, by conditions_confirmed_at
                 * @enum {string}
                 */
                readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** Format: date-time */
                readonly conditions_confirmed_at: string | null
                /** Format: date-time */
                readonly forecast_confirmed_at: string | null
                /** Format: date-time */
                readonly air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                readonly outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                readonly outcome_at: string | null
                /** @enum {string|null} */
                readonly provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              /** @description Whether it is kept fresh */
              readonly is_active: boolean
              /** Format: date-time */
              readonly created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              readonly updated_at: string
              readonly last_refresh: {
                /**
                 * @description Of the conditions, by conditions_confirmed_at
                 * @enum {string}
                 */
                readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** Format: date-time */
                readonly conditions_confirmed_at: string | null
                /** Format: date-time */
                readonly forecast_confirmed_at: string | null
                /** Format: date-time */
                readonly air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                readonly outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                readonly outcome_at: string | null
                /** @enum {string|null} */
                readonly provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postCitiesByCityIdDeactivate: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        readonly cityId: number
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              /** @description Whether it is kept fresh */
              readonly is_active: boolean
              /** Format: date-time */
              readonly created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              readonly updated_at: string
              readonly last_refresh: {
                /**
                 * @description Of the conditions, by conditions_confirmed_at
                 * @enum {string}
                 */
                readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** Format: date-time */
                readonly conditions_confirmed_at: string | null
                /** Format: date-time */
                readonly forecast_confirmed_at: string | null
                /** Format: date-time */
                readonly air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                readonly outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                readonly outcome_at: string | null
                /** @enum {string|null} */
                readonly provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postCitiesByCityIdReactivate: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        readonly cityId: number
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              /** @description Whether it is kept fresh */
              readonly is_active: boolean
              /** Format: date-time */
              readonly created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              readonly updated_at: string
              readonly last_refresh: {
                /**
                 * @description Of the conditions, by conditions_confirmed_at
                 * @enum {string}
                 */
                readonly freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** Format: date-time */
                readonly conditions_confirmed_at: string | null
                /** Format: date-time */
                readonly forecast_confirmed_at: string | null
                /** Format: date-time */
                readonly air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                readonly outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                readonly outcome_at: string | null
                /** @enum {string|null} */
                readonly provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getHistoricalByCityId: {
    readonly parameters: {
      readonly query?: {
        /** @description Local days of the city, today included */
        readonly days?: number
        /** @description Added up by hour, by the city’s day (the default), or each reading */
        readonly interval?: 'hour' | 'day' | 'raw'
        /** @description Units of the values; `metric` where absent. The units block names them. */
        readonly units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        readonly compat?: number
        /** @example 10 */
        readonly limit?: number
        /** @description next_cursor of the page before; the rest of the query stays the same */
        readonly cursor?: string
        /** @description Before what the Accept header says */
        readonly format?: 'json' | 'csv'
      }
      readonly header?: never
      readonly path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        readonly cityId: number
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description A page */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              readonly is_active: boolean
            }
            /** @enum {string} */
            readonly interval: 'hour' | 'day' | 'raw'
            readonly days: number
            /** Format: date-time */
            readonly from: string
            /**
             * Format: date-time
             * @description The moment of the first page
             */
            readonly to: string
            readonly units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly feels_like: string
              /** @example % */
              readonly humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              readonly pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              readonly visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_gust: string
              /** @example ° */
              readonly wind_direction: string
              /** @example % */
              readonly cloudiness: string
              /**
               * @example mm
               * @example in
               */
              readonly precipitation: string
            }
            /** @description By `interval=hour` */
            readonly hourly?: readonly {
              /**
               * Format: date-time
               * @description Where the city’s clock strikes: in zones of half hours at half past of UTC
               */
              readonly starts_at: string
              /**
               * Format: date-time
               * @description The same moment as the city’s clock shows it, with its offset from UTC
               */
              readonly local_time: string
              /** @description Readings */
              readonly samples: number
              readonly temperature: {
                readonly min: number | null
                /** @description Of the readings */
                readonly mean: number | null
                readonly max: number | null
                /** @description Readings that have it */
                readonly samples: number
              }
              readonly humidity: {
                /** @description Of the readings */
                readonly mean: number | null
                /** @description Readings that have it */
                readonly samples: number
              }
              /** @description Null where the readings are deleted: sums do not keep whose they were */
              readonly providers:
                | readonly (
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  )[]
                | null
            }[]
            /** @description By `interval=day` */
            readonly daily?: readonly {
              /**
               * Format: date
               * @description Of the city
               */
              readonly date: string
              /** Format: date-time */
              readonly starts_at: string
              /**
               * Format: date-time
               * @description Where the next day starts
               */
              readonly ends_at: string
              /** @description 23 or 25 where clocks are changed */
              readonly hours: number
              /** @description Readings */
              readonly samples: number
              readonly temperature: {
                readonly min: number | null
                /** @description Of the readings */
                readonly mean: number | null
                readonly max: number | null
                /** @description Readings that have it */
                readonly samples: number
              }
              readonly humidity: {
                /** @description Of the readings */
                readonly mean: number | null
                /** @description Readings that have it */
                readonly samples: number
              }
              /** @description Null where the readings are deleted: sums do not keep whose they were */
              readonly providers:
                | readonly (
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  )[]
                | null
            }[]
            /** @description By `interval=raw` */
            readonly readings?: readonly {
              /** Format: date-time */
              readonly valid_at: string
              /**
               * Format: date-time
               * @description The same moment as the city’s clock shows it, with its offset from UTC
               */
              readonly local_time: string
              /** Format: date-time */
              readonly fetched_at: string
              /** Format: date-time */
              readonly confirmed_at: string
              /** @enum {string} */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              /** @enum {string} */
              readonly basis: 'observed' | 'analysis' | 'forecast'
              readonly derived: readonly string[]
              readonly conditions: {
                readonly temperature: number | null
                readonly feels_like: number | null
                /** @description Relative */
                readonly humidity: number | null
                /** @description Reduced to mean sea level */
                readonly pressure: number | null
                readonly visibility: number | null
                readonly uv_index: number | null
                readonly wind_speed: number | null
                readonly wind_gust: number | null
                /** @description Where the wind blows from; north is 0 */
                readonly wind_direction: number | null
                readonly cloudiness: number | null
                readonly precipitation: number | null
                /** @description The span the precipitation fell in: negative before valid_at, positive after it */
                readonly precipitation_window_minutes: number | null
                /** @enum {string|null} */
                readonly condition:
                  | 'clear'
                  | 'mostly_clear'
                  | 'partly_cloudy'
                  | 'overcast'
                  | 'fog'
                  | 'haze'
                  | 'drizzle'
                  | 'freezing_drizzle'
                  | 'rain'
                  | 'freezing_rain'
                  | 'rain_showers'
                  | 'sleet'
                  | 'snow'
                  | 'snow_showers'
                  | 'ice_pellets'
                  | 'thunderstorm'
                  | 'squall'
                  | 'tornado'
                  | 'unknown'
                  | null
                /** @enum {string|null} */
                readonly intensity: 'light' | 'moderate' | 'heavy' | null
                readonly is_day: boolean | null
                /** Format: date-time */
                readonly sunrise: string | null
                /** Format: date-time */
                readonly sunset: string | null
              }
            }[]
            /** @description Of this page, as far as they are known */
            readonly sources: readonly {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              readonly attribution: {
                /** @description To be shown wherever the data is */
                readonly text: string
                /** @description Null in the demo */
                readonly url: string | null
                /** @description Null in the demo */
                readonly licence: string | null
              }
            }[]
            readonly kept: {
              /**
               * Format: date-time
               * @description What is older may be deleted already
               */
              readonly since: string
              /** @description Days that single readings are kept */
              readonly reading_days: number
              /** @description Days that hours are kept, of which days are made */
              readonly rollup_days: number
              /** @description Why the answer may lack what was asked for */
              readonly note: string | null
            }
            /** @description Null on the last page */
            readonly next_cursor: string | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
          readonly 'text/csv': string
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getHistorical: {
    readonly parameters: {
      readonly query: {
        /**
         * @description Any case, accents or not
         * @example Tokyo
         */
        readonly city: string
        /** @description ISO 3166-1 alpha-2 */
        readonly country?: string
        /** @description Local days of the city, today included */
        readonly days?: number
        /** @description Added up by hour, by the city’s day (the default), or each reading */
        readonly interval?: 'hour' | 'day' | 'raw'
        /** @description Units of the values; `metric` where absent. The units block names them. */
        readonly units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        readonly compat?: number
        /** @example 10 */
        readonly limit?: number
        /** @description next_cursor of the page before; the rest of the query stays the same */
        readonly cursor?: string
        /** @description Before what the Accept header says */
        readonly format?: 'json' | 'csv'
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description A page */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly city: {
              /** @description GeoNames id */
              readonly id: number
              readonly name: string
              /** @description ISO 3166-1 alpha-2 */
              readonly country: string
              /** @description Degrees north */
              readonly latitude: number
              /** @description Degrees east */
              readonly longitude: number
              /** @description IANA time zone */
              readonly timezone: string
              readonly population: number | null
              readonly is_active: boolean
            }
            /** @enum {string} */
            readonly interval: 'hour' | 'day' | 'raw'
            readonly days: number
            /** Format: date-time */
            readonly from: string
            /**
             * Format: date-time
             * @description The moment of the first page
             */
            readonly to: string
            readonly units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              readonly feels_like: string
              /** @example % */
              readonly humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              readonly pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              readonly visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              readonly wind_gust: string
              /** @example ° */
              readonly wind_direction: string
              /** @example % */
              readonly cloudiness: string
              /**
               * @example mm
               * @example in
               */
              readonly precipitation: string
            }
            /** @description By `interval=hour` */
            readonly hourly?: readonly {
              /**
               * Format: date-time
               * @description Where the city’s clock strikes: in zones of half hours at half past of UTC
               */
              readonly starts_at: string
              /**
               * Format: date-time
               * @description The same moment as the city’s clock shows it, with its offset from UTC
               */
              readonly local_time: string
              /** @description Readings */
              readonly samples: number
              readonly temperature: {
                readonly min: number | null
                /** @description Of the readings */
                readonly mean: number | null
                readonly max: number | null
                /** @description Readings that have it */
                readonly samples: number
              }
              readonly humidity: {
                /** @description Of the readings */
                readonly mean: number | null
                /** @description Readings that have it */
                readonly samples: number
              }
              /** @description Null where the readings are deleted: sums do not keep whose they were */
              readonly providers:
                | readonly (
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  )[]
                | null
            }[]
            /** @description By `interval=day` */
            readonly daily?: readonly {
              /**
               * Format: date
               * @description Of the city
               */
              readonly date: string
              /** Format: date-time */
              readonly starts_at: string
              /**
               * Format: date-time
               * @description Where the next day starts
               */
              readonly ends_at: string
              /** @description 23 or 25 where clocks are changed */
              readonly hours: number
              /** @description Readings */
              readonly samples: number
              readonly temperature: {
                readonly min: number | null
                /** @description Of the readings */
                readonly mean: number | null
                readonly max: number | null
                /** @description Readings that have it */
                readonly samples: number
              }
              readonly humidity: {
                /** @description Of the readings */
                readonly mean: number | null
                /** @description Readings that have it */
                readonly samples: number
              }
              /** @description Null where the readings are deleted: sums do not keep whose they were */
              readonly providers:
                | readonly (
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  )[]
                | null
            }[]
            /** @description By `interval=raw` */
            readonly readings?: readonly {
              /** Format: date-time */
              readonly valid_at: string
              /**
               * Format: date-time
               * @description The same moment as the city’s clock shows it, with its offset from UTC
               */
              readonly local_time: string
              /** Format: date-time */
              readonly fetched_at: string
              /** Format: date-time */
              readonly confirmed_at: string
              /** @enum {string} */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              /** @enum {string} */
              readonly basis: 'observed' | 'analysis' | 'forecast'
              readonly derived: readonly string[]
              readonly conditions: {
                readonly temperature: number | null
                readonly feels_like: number | null
                /** @description Relative */
                readonly humidity: number | null
                /** @description Reduced to mean sea level */
                readonly pressure: number | null
                readonly visibility: number | null
                readonly uv_index: number | null
                readonly wind_speed: number | null
                readonly wind_gust: number | null
                /** @description Where the wind blows from; north is 0 */
                readonly wind_direction: number | null
                readonly cloudiness: number | null
                readonly precipitation: number | null
                /** @description The span the precipitation fell in: negative before valid_at, positive after it */
                readonly precipitation_window_minutes: number | null
                /** @enum {string|null} */
                readonly condition:
                  | 'clear'
                  | 'mostly_clear'
                  | 'partly_cloudy'
                  | 'overcast'
                  | 'fog'
                  | 'haze'
                  | 'drizzle'
                  | 'freezing_drizzle'
                  | 'rain'
                  | 'freezing_rain'
                  | 'rain_showers'
                  | 'sleet'
                  | 'snow'
                  | 'snow_showers'
                  | 'ice_pellets'
                  | 'thunderstorm'
                  | 'squall'
                  | 'tornado'
                  | 'unknown'
                  | null
                /** @enum {string|null} */
                readonly intensity: 'light' | 'moderate' | 'heavy' | null
                readonly is_day: boolean | null
                /** Format: date-time */
                readonly sunrise: string | null
                /** Format: date-time */
                readonly sunset: string | null
              }
            }[]
            /** @description Of this page, as far as they are known */
            readonly sources: readonly {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              readonly attribution: {
                /** @description To be shown wherever the data is */
                readonly text: string
                /** @description Null in the demo */
                readonly url: string | null
                /** @description Null in the demo */
                readonly licence: string | null
              }
            }[]
            readonly kept: {
              /**
               * Format: date-time
               * @description What is older may be deleted already
               */
              readonly since: string
              /** @description Days that single readings are kept */
              readonly reading_days: number
              /** @description Days that hours are kept, of which days are made */
              readonly rollup_days: number
              /** @description Why the answer may lack what was asked for */
              readonly note: string | null
            }
            /** @description Null on the last page */
            readonly next_cursor: string | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
          readonly 'text/csv': string
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getAnalyticsDashboard: {
    readonly parameters: {
      readonly query?: {
        /** @description Of requests and cache use; only 24 is computed */
        readonly hours?: number
        /** @description Local days of weather, today included; only 7 is computed */
        readonly days?: number
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly api_usage: {
              readonly period: string
              /** @description Reads of cities at this API */
              readonly total_requests: number
              readonly unique_cities: number
              readonly avg_requests_per_hour: number
              readonly hourly_breakdown: readonly {
                /** Format: date-time */
                readonly hour: string
                readonly requests: number
              }[]
              readonly top_cities: readonly {
                /** @description GeoNames id */
                readonly city_id: number
                readonly city: string
                /** @description ISO 3166-1 alpha-2 */
                readonly country: string
                readonly requests: number
              }[]
              /** Format: date-time */
              readonly generated_at: string
            }
            readonly cache_performance: {
              /** @enum {string} */
              readonly cache_backend: 'memory' | 'redis'
              readonly hits: number
              readonly misses: number
              /** @description Hits of all reads, 0 to 1; null where nothing was read */
              readonly hit_rate: number | null
              readonly total_requests_24h: number
              /** @enum {string|null} */
              readonly cache_efficiency: 'Good' | 'Fair' | 'Poor' | null
              readonly by_kind: readonly {
                readonly kind: string
                readonly hits: number
                readonly misses: number
                /** @description Hits of all reads, 0 to 1; null where nothing was read */
                readonly hit_rate: number | null
              }[]
              readonly recommendations: readonly string[]
              /** Format: date-time */
              readonly generated_at: string
            }
            readonly data_freshness: {
              readonly total_cities: number
              readonly freshness_breakdown: {
                /** @description Under 15 minutes */
                readonly very_fresh: number
                /** @description Up to 30 minutes */
                readonly fresh: number
                /** @description Up to 2 hours */
                readonly stale: number
                /** @description Up to 6 hours */
                readonly very_stale: number
                /** @description Older, or never refreshed */
                readonly no_data: number
              }
              /** @description 0 to 100 */
              readonly freshness_score: number | null
              /** @enum {string|null} */
              readonly freshness_grade: 'Excellent' | 'Good' | 'Fair' | 'Poor' | 'Critical' | null
              /** @description The stalest cities first */
              readonly city_details: readonly {
                /** @description GeoNames id */
                readonly city_id: number
                readonly city: string
                /** @description ISO 3166-1 alpha-2 */
                readonly country: string
                /** Format: date-time */
                readonly last_update: string | null
                /** @description Since last_update */
                readonly age_minutes: number | null
                /** @enum {string} */
                readonly status: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description °C */
                readonly temperature: number | null
              }[]
              /** @description Fresher cities that are not listed */
              readonly city_details_omitted: number
              readonly recommendations: readonly string[]
              /** Format: date-time */
              readonly generated_at: string
            }
            readonly weather_trends: {
              readonly period: string
              /** @description Readings */
              readonly total_data_points: number
              readonly overall_stats: {
                /** @description Mean of all readings */
                readonly avg_temperature: number | null
                /** @description Highest reading */
                readonly max_temperature: number | null
                /** @description Lowest reading */
                readonly min_temperature: number | null
                /** @description Mean of all readings, relative */
                readonly avg_humidity: number | null
              }
              /** @description Each city counts in its own date */
              readonly daily_trends: readonly {
                /**
                 * Format: date
                 * @description The city’s own date
                 */
                readonly date: string
                /** @description Mean of all readings */
                readonly avg_temperature: number | null
                /** @description Highest reading */
                readonly max_temperature: number | null
                /** @description Lowest reading */
                readonly min_temperature: number | null
                /** @description Mean of all readings, relative */
                readonly avg_humidity: number | null
                /** @description Readings */
                readonly data_points: number
                readonly cities: number
              }[]
              /** @description Those with the most readings */
              readonly top_cities: readonly {
                /** @description GeoNames id */
                readonly city_id: number
                readonly city: string
                /** @description ISO 3166-1 alpha-2 */
                readonly country: string
                /** @description Mean of all readings */
                readonly avg_temperature: number | null
                /** @description Readings */
                readonly data_points: number
              }[]
              readonly units: {
                /** @example °C */
                readonly temperature: string
                /** @example % */
                readonly humidity: string
              }
              /** Format: date-time */
              readonly generated_at: string
            }
            /** Format: date-time */
            readonly generated_at: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getAnalyticsCitiesByCityId: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        readonly cityId: number
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @description GeoNames id */
            readonly city_id: number
            readonly city: string
            /** @description ISO 3166-1 alpha-2 */
            readonly country: string
            /** @description Mean of all readings */
            readonly avg_temperature: number | null
            /** @description Highest reading */
            readonly max_temperature: number | null
            /** @description Lowest reading */
            readonly min_temperature: number | null
            /** @description Mean of all readings, relative */
            readonly avg_humidity: number | null
            /** @description Readings */
            readonly data_points: number
            /**
             * Format: date
             * @description The city’s own date
             */
            readonly from_date: string
            /**
             * Format: date
             * @description The city’s own date
             */
            readonly to_date: string
            /** Format: date-time */
            readonly generated_at: string
            readonly units: {
              /** @example °C */
              readonly temperature: string
              /** @example % */
              readonly humidity: string
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMonitoringAudit: {
    readonly parameters: {
      readonly query?: {
        readonly limit?: number
        /** @description next_cursor of the page before */
        readonly cursor?: number
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly events: readonly {
              readonly id: number
              /** Format: date-time */
              readonly at: string
              /** @description As in the answer’s x-request-id, and in the log */
              readonly request_id: string
              /** @description Name of the token; `loopback` or `unprotected` where none was asked for */
              readonly caller: string
              /** @description Null where no token was asked for */
              readonly token_id: number | null
              /** @enum {string} */
              readonly role: 'read' | 'operate' | 'admin'
              /** @description IP address the request came from */
              readonly address: string
              readonly method: string
              /** @description The pattern of the address */
              readonly route: string
              /** @description The path that was requested */
              readonly target: string
              /** @description Of the answer; null where the process ended before it */
              readonly status: number | null
              /** Format: date-time */
              readonly ended_at: string | null
            }[]
            /** @description Null on the last page */
            readonly next_cursor: string | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getCacheStats: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /**
             * @description In memory, each process has its own cache
             * @enum {string}
             */
            readonly cache_backend: 'memory' | 'redis'
            /** @enum {string} */
            readonly status: 'healthy' | 'unhealthy'
            readonly ttl_settings: {
              /** @description How long conditions are served without the database */
              readonly conditions_fresh_seconds: number
              /** @description How long an entry stays in the shared cache, fresh or not */
              readonly keep_seconds: number
              /** @description How long analytics stay in the shared cache */
              readonly analytics_seconds: number
              /** @description How long a process answers from its own memory */
              readonly memory_seconds: number
            }
            /** @description What the counts cover, the current hour included */
            readonly window_hours: number
            readonly usage: readonly {
              /** @enum {string} */
              readonly kind: 'conditions' | 'city' | 'forecast' | 'air-quality'
              /** @description Of its keys */
              readonly prefix: string
              readonly hits: number
              /** @description Not there, or no longer fresh */
              readonly misses: number
              /** @description Hits of all reads, 0 to 1; null where nothing was read */
              readonly hit_rate: number | null
            }[]
            /** Format: date-time */
            readonly timestamp: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postCacheClear: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "city": 2643743
         *     }
         */
        readonly 'application/json': {
          readonly city?: number | string
          /** @description Every entry of this application */
          readonly clear_all?: boolean
        }
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            /** @description Null where everything was cleared */
            readonly city_id: number | null
            /** @description Entries removed from the cache */
            readonly removed: number
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getHealth: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** Format: date-time */
            readonly timestamp: string
            /**
             * @description degraded: weather is served, and something is in the way; unhealthy: nothing can be served
             * @enum {string}
             */
            readonly overall_status: 'healthy' | 'degraded' | 'unhealthy'
            readonly overall_healthy: boolean
            readonly components?: {
              /** @description Whether Temporal answers and every queue has a worker */
              readonly celery: boolean
              /** @description Whether Redis answers; null where REDIS_URL is not set */
              readonly redis: boolean | null
              /** @description Whether it can be read and written */
              readonly database: boolean
              /** @description Whether a provider can be asked; null where the database does not answer */
              readonly weather_apis: boolean | null
            }
            readonly checks?: {
              readonly temporal: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly workers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
                readonly queues: readonly {
                  /** @enum {string} */
                  readonly queue:
                    'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
                  /**
                   * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                   * @enum {string}
                   */
                  readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                  /** @description Null where nothing is wrong */
                  readonly reason: string | null
                }[]
              }
              readonly database: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly redis: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly providers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
            }
            /** @description The provider that is asked first; null where the database does not answer */
            readonly primary_service?: {
              /** @enum {string} */
              readonly service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              readonly status: 'healthy' | 'unhealthy'
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              readonly api_key_status: 'set' | 'missing' | 'not_needed'
              /**
               * Format: date-time
               * @description When a request to it ended last; null where none did in the last 24 hours
               */
              readonly last_check: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              readonly success_rate_24h: number | null
              /** @description Why it cannot be asked; null where it can */
              readonly error: string | null
            } | null
            readonly database?: {
              /**
               * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
               * @enum {string}
               */
              readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
            }
            readonly api_services?: {
              /** @description The provider that is asked first; null where the database does not answer */
              readonly primary_service: {
                /** @enum {string} */
                readonly service:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                readonly name: string
                /**
                 * @description healthy: it can be asked now
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'unhealthy'
                /**
                 * @description Whether there is one; the key itself is never shown
                 * @enum {string}
                 */
                readonly api_key_status: 'set' | 'missing' | 'not_needed'
                /**
                 * Format: date-time
                 * @description When a request to it ended last; null where none did in the last 24 hours
                 */
                readonly last_check: string | null
                /** @description 0 to 1, rate-limited requests left out; null without any */
                readonly success_rate_24h: number | null
                /** @description Why it cannot be asked; null where it can */
                readonly error: string | null
              } | null
              /** @description Those that are asked after it, in order: service_1, service_2, … */
              readonly fallback_services: readonly {
                readonly [key: string]: {
                  /** @enum {string} */
                  readonly service:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  readonly name: string
                  /**
                   * @description healthy: it can be asked now
                   * @enum {string}
                   */
                  readonly status: 'healthy' | 'unhealthy'
                  /**
                   * @description Whether there is one; the key itself is never shown
                   * @enum {string}
                   */
                  readonly api_key_status: 'set' | 'missing' | 'not_needed'
                  /**
                   * Format: date-time
                   * @description When a request to it ended last; null where none did in the last 24 hours
                   */
                  readonly last_check: string | null
                  /** @description 0 to 1, rate-limited requests left out; null without any */
                  readonly success_rate_24h: number | null
                  /** @description Why it cannot be asked; null where it can */
                  readonly error: string | null
                }
              }[]
              /**
               * @description A cache in memory is healthy
               * @enum {string}
               */
              readonly cache_status: 'healthy' | 'unhealthy'
              /** Format: date-time */
              readonly timestamp: string
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** Format: date-time */
            readonly timestamp: string
            /**
             * @description degraded: weather is served, and something is in the way; unhealthy: nothing can be served
             * @enum {string}
             */
            readonly overall_status: 'healthy' | 'degraded' | 'unhealthy'
            readonly overall_healthy: boolean
            readonly components?: {
              /** @description Whether Temporal answers and every queue has a worker */
              readonly celery: boolean
              /** @description Whether Redis answers; null where REDIS_URL is not set */
              readonly redis: boolean | null
              /** @description Whether it can be read and written */
              readonly database: boolean
              /** @description Whether a provider can be asked; null where the database does not answer */
              readonly weather_apis: boolean | null
            }
            readonly checks?: {
              readonly temporal: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly workers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
                readonly queues: readonly {
                  /** @enum {string} */
                  readonly queue:
                    'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
                  /**
                   * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                   * @enum {string}
                   */
                  readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                  /** @description Null where nothing is wrong */
                  readonly reason: string | null
                }[]
              }
              readonly database: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly redis: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly providers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
            }
            /** @description The provider that is asked first; null where the database does not answer */
            readonly primary_service?: {
              /** @enum {string} */
              readonly service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              readonly status: 'healthy' | 'unhealthy'
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              readonly api_key_status: 'set' | 'missing' | 'not_needed'
              /**
               * Format: date-time
               * @description When a request to it ended last; null where none did in the last 24 hours
               */
              readonly last_check: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              readonly success_rate_24h: number | null
              /** @description Why it cannot be asked; null where it can */
              readonly error: string | null
            } | null
            readonly database?: {
              /**
               * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
               * @enum {string}
               */
              readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
            }
            readonly api_services?: {
              /** @description The provider that is asked first; null where the database does not answer */
              readonly primary_service: {
                /** @enum {string} */
                readonly service:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                readonly name: string
                /**
                 * @description healthy: it can be asked now
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'unhealthy'
                /**
                 * @description Whether there is one; the key itself is never shown
                 * @enum {string}
                 */
                readonly api_key_status: 'set' | 'missing' | 'not_needed'
                /**
                 * Format: date-time
                 * @description When a request to it ended last; null where none did in the last 24 hours
                 */
                readonly last_check: string | null
                /** @description 0 to 1, rate-limited requests left out; null without any */
                readonly success_rate_24h: number | null
                /** @description Why it cannot be asked; null where it can */
                readonly error: string | null
              } | null
              /** @description Those that are asked after it, in order: service_1, service_2, … */
              readonly fallback_services: readonly {
                readonly [key: string]: {
                  /** @enum {string} */
                  readonly service:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  readonly name: string
                  /**
                   * @description healthy: it can be asked now
                   * @enum {string}
                   */
                  readonly status: 'healthy' | 'unhealthy'
                  /**
                   * @description Whether there is one; the key itself is never shown
                   * @enum {string}
                   */
                  readonly api_key_status: 'set' | 'missing' | 'not_needed'
                  /**
                   * Format: date-time
                   * @description When a request to it ended last; null where none did in the last 24 hours
                   */
                  readonly last_check: string | null
                  /** @description 0 to 1, rate-limited requests left out; null without any */
                  readonly success_rate_24h: number | null
                  /** @description Why it cannot be asked; null where it can */
                  readonly error: string | null
                }
              }[]
              /**
               * @description A cache in memory is healthy
               * @enum {string}
               */
              readonly cache_status: 'healthy' | 'unhealthy'
              /** Format: date-time */
              readonly timestamp: string
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMonitoringHealth: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** Format: date-time */
            readonly timestamp: string
            /**
             * @description degraded: weather is served, and something is in the way; unhealthy: nothing can be served
             * @enum {string}
             */
            readonly overall_status: 'healthy' | 'degraded' | 'unhealthy'
            readonly overall_healthy: boolean
            readonly components?: {
              /** @description Whether Temporal answers and every queue has a worker */
              readonly celery: boolean
              /** @description Whether Redis answers; null where REDIS_URL is not set */
              readonly redis: boolean | null
              /** @description Whether it can be read and written */
              readonly database: boolean
              /** @description Whether a provider can be asked; null where the database does not answer */
              readonly weather_apis: boolean | null
            }
            readonly checks?: {
              readonly temporal: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly workers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
                readonly queues: readonly {
                  /** @enum {string} */
                  readonly queue:
                    'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
                  /**
                   * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                   * @enum {string}
                   */
                  readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                  /** @description Null where nothing is wrong */
                  readonly reason: string | null
                }[]
              }
              readonly database: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly redis: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly providers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
            }
            /** @description The provider that is asked first; null where the database does not answer */
            readonly primary_service?: {
              /** @enum {string} */
              readonly service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              readonly status: 'healthy' | 'unhealthy'
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              readonly api_key_status: 'set' | 'missing' | 'not_needed'
              /**
               * Format: date-time
               * @description When a request to it ended last; null where none did in the last 24 hours
               */
              readonly last_check: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              readonly success_rate_24h: number | null
              /** @description Why it cannot be asked; null where it can */
              readonly error: string | null
            } | null
            readonly database?: {
              /**
               * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
               * @enum {string}
               */
              readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
            }
            readonly api_services?: {
              /** @description The provider that is asked first; null where the database does not answer */
              readonly primary_service: {
                /** @enum {string} */
                readonly service:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                readonly name: string
                /**
                 * @description healthy: it can be asked now
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'unhealthy'
                /**
                 * @description Whether there is one; the key itself is never shown
                 * @enum {string}
                 */
                readonly api_key_status: 'set' | 'missing' | 'not_needed'
                /**
                 * Format: date-time
                 * @description When a request to it ended last; null where none did in the last 24 hours
                 */
                readonly last_check: string | null
                /** @description 0 to 1, rate-limited requests left out; null without any */
                readonly success_rate_24h: number | null
                /** @description Why it cannot be asked; null where it can */
                readonly error: string | null
              } | null
              /** @description Those that are asked after it, in order: service_1, service_2, … */
              readonly fallback_services: readonly {
                readonly [key: string]: {
                  /** @enum {string} */
                  readonly service:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  readonly name: string
                  /**
                   * @description healthy: it can be asked now
                   * @enum {string}
                   */
                  readonly status: 'healthy' | 'unhealthy'
                  /**
                   * @description Whether there is one; the key itself is never shown
                   * @enum {string}
                   */
                  readonly api_key_status: 'set' | 'missing' | 'not_needed'
                  /**
                   * Format: date-time
                   * @description When a request to it ended last; null where none did in the last 24 hours
                   */
                  readonly last_check: string | null
                  /** @description 0 to 1, rate-limited requests left out; null without any */
                  readonly success_rate_24h: number | null
                  /** @description Why it cannot be asked; null where it can */
                  readonly error: string | null
                }
              }[]
              /**
               * @description A cache in memory is healthy
               * @enum {string}
               */
              readonly cache_status: 'healthy' | 'unhealthy'
              /** Format: date-time */
              readonly timestamp: string
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** Format: date-time */
            readonly timestamp: string
            /**
             * @description degraded: weather is served, and something is in the way; unhealthy: nothing can be served
             * @enum {string}
             */
            readonly overall_status: 'healthy' | 'degraded' | 'unhealthy'
            readonly overall_healthy: boolean
            readonly components?: {
              /** @description Whether Temporal answers and every queue has a worker */
              readonly celery: boolean
              /** @description Whether Redis answers; null where REDIS_URL is not set */
              readonly redis: boolean | null
              /** @description Whether it can be read and written */
              readonly database: boolean
              /** @description Whether a provider can be asked; null where the database does not answer */
              readonly weather_apis: boolean | null
            }
            readonly checks?: {
              readonly temporal: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly workers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
                readonly queues: readonly {
                  /** @enum {string} */
                  readonly queue:
                    'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
                  /**
                   * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                   * @enum {string}
                   */
                  readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                  /** @description Null where nothing is wrong */
                  readonly reason: string | null
                }[]
              }
              readonly database: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly redis: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
              readonly providers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                readonly reason: string | null
                /** @description How long the check took; null where nothing was asked */
                readonly latency_ms: number | null
              }
            }
            /** @description The provider that is asked first; null where the database does not answer */
            readonly primary_service?: {
              /** @enum {string} */
              readonly service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              readonly status: 'healthy' | 'unhealthy'
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              readonly api_key_status: 'set' | 'missing' | 'not_needed'
              /**
               * Format: date-time
               * @description When a request to it ended last; null where none did in the last 24 hours
               */
              readonly last_check: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              readonly success_rate_24h: number | null
              /** @description Why it cannot be asked; null where it can */
              readonly error: string | null
            } | null
            readonly database?: {
              /**
               * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
               * @enum {string}
               */
              readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
            }
            readonly api_services?: {
              /** @description The provider that is asked first; null where the database does not answer */
              readonly primary_service: {
                /** @enum {string} */
                readonly service:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                readonly name: string
                /**
                 * @description healthy: it can be asked now
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'unhealthy'
                /**
                 * @description Whether there is one; the key itself is never shown
                 * @enum {string}
                 */
                readonly api_key_status: 'set' | 'missing' | 'not_needed'
                /**
                 * Format: date-time
                 * @description When a request to it ended last; null where none did in the last 24 hours
                 */
                readonly last_check: string | null
                /** @description 0 to 1, rate-limited requests left out; null without any */
                readonly success_rate_24h: number | null
                /** @description Why it cannot be asked; null where it can */
                readonly error: string | null
              } | null
              /** @description Those that are asked after it, in order: service_1, service_2, … */
              readonly fallback_services: readonly {
                readonly [key: string]: {
                  /** @enum {string} */
                  readonly service:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  readonly name: string
                  /**
                   * @description healthy: it can be asked now
                   * @enum {string}
                   */
                  readonly status: 'healthy' | 'unhealthy'
                  /**
                   * @description Whether there is one; the key itself is never shown
                   * @enum {string}
                   */
                  readonly api_key_status: 'set' | 'missing' | 'not_needed'
                  /**
                   * Format: date-time
                   * @description When a request to it ended last; null where none did in the last 24 hours
                   */
                  readonly last_check: string | null
                  /** @description 0 to 1, rate-limited requests left out; null without any */
                  readonly success_rate_24h: number | null
                  /** @description Why it cannot be asked; null where it can */
                  readonly error: string | null
                }
              }[]
              /**
               * @description A cache in memory is healthy
               * @enum {string}
               */
              readonly cache_status: 'healthy' | 'unhealthy'
              /** Format: date-time */
              readonly timestamp: string
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMonitoringDashboard: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** Format: date-time */
            readonly timestamp: string
            readonly task_stats: {
              /** @description Runs under way, of schedules and of people; parts of a run are not counted; null where Temporal does not answer */
              readonly active_tasks: number | null
              /** @description Schedules that have a next run; null where Temporal does not answer */
              readonly scheduled_tasks: number | null
              /** @description Steps of runs that wait for a worker; null where Temporal does not answer */
              readonly queued_steps: number | null
              /** @description Empty where Temporal does not answer */
              readonly schedules: readonly {
                /** @enum {string} */
                readonly id:
                  | 'refresh-all-cities'
                  | 'warm-cache-for-popular-cities'
                  | 'monitor-api-quota'
                  | 'generate-weather-analytics'
                  | 'cleanup-old-weather-data'
                readonly paused: boolean
                /** @description Runs of it that are under way */
                readonly running: number
                /**
                 * Format: date-time
                 * @description Null before the first run
                 */
                readonly last_run_at: string | null
                /** @description How it ended; null while it goes, or where that is not known */
                readonly last_run_status: string | null
                /**
                 * Format: date-time
                 * @description Null while it is paused
                 */
                readonly next_run_at: string | null
              }[]
              /** @description Why numbers are null; else null */
              readonly reason: string | null
            }
            readonly weather_stats: {
              /** @description Active cities */
              readonly total_cities: number
              /** @description Readings of conditions, of the last 24 clock hours, the one under way included */
              readonly weather_records_24h: number
              /** @description Of the last 60 minutes */
              readonly weather_records_1h: number
              /** @description Mean of those readings; null where none has a temperature */
              readonly avg_temperature_24h: number | null
              readonly freshness_breakdown: {
                /** @description Under 15 minutes */
                readonly very_fresh: number
                /** @description Up to 30 minutes */
                readonly fresh: number
                /** @description Up to 2 hours */
                readonly stale: number
                /** @description Up to 6 hours */
                readonly very_stale: number
                /** @description Older, or never refreshed */
                readonly no_data: number
              }
              readonly units: {
                /** @example °C */
                readonly avg_temperature_24h: string
              }
              /** Format: date-time */
              readonly as_of: string
            }
            readonly cache_stats: {
              /**
               * @description In memory, each process has its own cache
               * @enum {string}
               */
              readonly cache_backend: 'memory' | 'redis'
              /** @enum {string} */
              readonly status: 'healthy' | 'unhealthy'
              readonly ttl_settings: {
                /** @description How long conditions are served without the database */
                readonly conditions_fresh_seconds: number
                /** @description How long an entry stays in the shared cache, fresh or not */
                readonly keep_seconds: number
                /** @description How long analytics stay in the shared cache */
                readonly analytics_seconds: number
                /** @description How long a process answers from its own memory */
                readonly memory_seconds: number
              }
              /** @description Hits of all reads, 0 to 1; null where nothing was read */
              readonly hit_rate_24h: number | null
            }
            readonly api_health: {
              /** @description The provider that is asked first; null where the database does not answer */
              readonly primary_service: {
                /** @enum {string} */
                readonly service:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                readonly name: string
                /**
                 * @description healthy: it can be asked now
                 * @enum {string}
                 */
                readonly status: 'healthy' | 'unhealthy'
                /**
                 * @description Whether there is one; the key itself is never shown
                 * @enum {string}
                 */
                readonly api_key_status: 'set' | 'missing' | 'not_needed'
                /**
                 * Format: date-time
                 * @description When a request to it ended last; null where none did in the last 24 hours
                 */
                readonly last_check: string | null
                /** @description 0 to 1, rate-limited requests left out; null without any */
                readonly success_rate_24h: number | null
                /** @description Why it cannot be asked; null where it can */
                readonly error: string | null
              } | null
              /** @description Those that are asked after it, in order: service_1, service_2, … */
              readonly fallback_services: readonly {
                readonly [key: string]: {
                  /** @enum {string} */
                  readonly service:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  readonly name: string
                  /**
                   * @description healthy: it can be asked now
                   * @enum {string}
                   */
                  readonly status: 'healthy' | 'unhealthy'
                  /**
                   * @description Whether there is one; the key itself is never shown
                   * @enum {string}
                   */
                  readonly api_key_status: 'set' | 'missing' | 'not_needed'
                  /**
                   * Format: date-time
                   * @description When a request to it ended last; null where none did in the last 24 hours
                   */
                  readonly last_check: string | null
                  /** @description 0 to 1, rate-limited requests left out; null without any */
                  readonly success_rate_24h: number | null
                  /** @description Why it cannot be asked; null where it can */
                  readonly error: string | null
                }
              }[]
              /**
               * @description A cache in memory is healthy
               * @enum {string}
               */
              readonly cache_status: 'healthy' | 'unhealthy'
              /** Format: date-time */
              readonly timestamp: string
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMonitoringQuota: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** Format: date-time */
            readonly timestamp: string
            /** @enum {string|null} */
            readonly status: 'healthy' | 'warning' | 'critical' | null
            readonly services: readonly {
              /** @enum {string} */
              readonly service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              /** @enum {string} */
              readonly status: 'healthy' | 'warning' | 'critical'
              readonly windows: readonly {
                /** @enum {string} */
                readonly window: 'minute' | 'hour' | 'day' | 'month'
                /** @description Null where the window is not limited */
                readonly limit: number | null
                /** @description Weight of requests, charged before they are sent */
                readonly used: number
                /** @description Of the limit, what only requests may use which no later provider can serve; remaining includes it */
                readonly reserved: number
                /** @description In the provider's own unit */
                readonly remaining: number | null
                /** @description 0 to 1 */
                readonly used_share: number | null
                /** Format: date-time */
                readonly resets_at: string
                /** @enum {string} */
                readonly status: 'healthy' | 'warning' | 'critical'
                /**
                 * Format: date-time
                 * @description When it runs out at the pace of the last hour; null where it lasts
                 */
                readonly exhausted_at: string | null
              }[]
              /** @description In the provider's own unit */
              readonly used_last_hour: number
              readonly cost: {
                /** @description In the provider's own unit */
                readonly weight_24h: number
                /** @description Mean of the last 24 hours; null where none was sent */
                readonly weight_per_request: number | null
                /** @description Prices of plans are not known here */
                readonly money: null
              }
              readonly requests_24h: number
              /** @description 0 to 1, rate-limited requests left out */
              readonly success_rate_24h: number | null
              readonly main_failure_24h: string | null
              /** Format: date-time */
              readonly parked_until: string | null
              readonly parked_reason: string | null
            }[]
            readonly recommendations: readonly string[]
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMonitoringAlerts: {
    readonly parameters: {
      readonly query?: {
        readonly status?: 'active' | 'acknowledged' | 'resolved'
        readonly severity?: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
        readonly limit?: number
        /** @description `next_cursor` of the page before */
        readonly cursor?: number
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @description The newest first */
            readonly alerts: readonly {
              readonly id: number
              /** @description What it is about: of each there is one open alert at most */
              readonly key: string
              /** @enum {string} */
              readonly type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              /**
               * @description Least first; critical becomes emergency where it is not acknowledged for 30 minutes
               * @enum {string}
               */
              readonly severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
              /** @enum {string} */
              readonly status: 'active' | 'acknowledged' | 'resolved'
              readonly message: string
              readonly recommendation: string
              /** Format: date-time */
              readonly raised_at: string
              /**
               * Format: date-time
               * @description When its rule was last found to hold
               */
              readonly last_seen_at: string
              /** @description How often its rule was found to hold */
              readonly occurrences: number
              /** Format: date-time */
              readonly escalated_at: string | null
              /** Format: date-time */
              readonly acknowledged_at: string | null
              /** @description Name of the token */
              readonly acknowledged_by: string | null
              /** Format: date-time */
              readonly resolved_at: string | null
              /** @description Name of the token; null where its rule does not hold any more */
              readonly resolved_by: string | null
            }[]
            /** @description Null on the last page */
            readonly next_cursor: number | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postMonitoringAlertsByAlertIdAcknowledge: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /** @example 1 */
        readonly alertId: number
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly id: number
            /** @description What it is about: of each there is one open alert at most */
            readonly key: string
            /** @enum {string} */
            readonly type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
            /**
             * @description Least first; critical becomes emergency where it is not acknowledged for 30 minutes
             * @enum {string}
             */
            readonly severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
            /** @enum {string} */
            readonly status: 'active' | 'acknowledged' | 'resolved'
            readonly message: string
            readonly recommendation: string
            /** Format: date-time */
            readonly raised_at: string
            /**
             * Format: date-time
             * @description When its rule was last found to hold
             */
            readonly last_seen_at: string
            /** @description How often its rule was found to hold */
            readonly occurrences: number
            /** Format: date-time */
            readonly escalated_at: string | null
            /** Format: date-time */
            readonly acknowledged_at: string | null
            /** @description Name of the token */
            readonly acknowledged_by: string | null
            /** Format: date-time */
            readonly resolved_at: string | null
            /** @description Name of the token; null where its rule does not hold any more */
            readonly resolved_by: string | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postMonitoringAlertsByAlertIdResolve: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /** @example 1 */
        readonly alertId: number
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly id: number
            /** @description What it is about: of each there is one open alert at most */
            readonly key: string
            /** @enum {string} */
            readonly type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
            /**
             * @description Least first; critical becomes emergency where it is not acknowledged for 30 minutes
             * @enum {string}
             */
            readonly severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
            /** @enum {string} */
            readonly status: 'active' | 'acknowledged' | 'resolved'
            readonly message: string
            readonly recommendation: string
            /** Format: date-time */
            readonly raised_at: string
            /**
             * Format: date-time
             * @description When its rule was last found to hold
             */
            readonly last_seen_at: string
            /** @description How often its rule was found to hold */
            readonly occurrences: number
            /** Format: date-time */
            readonly escalated_at: string | null
            /** Format: date-time */
            readonly acknowledged_at: string | null
            /** @description Name of the token */
            readonly acknowledged_by: string | null
            /** Format: date-time */
            readonly resolved_at: string | null
            /** @description Name of the token; null where its rule does not hold any more */
            readonly resolved_by: string | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getAnalyticsHealthReport: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** Format: date-time */
            readonly timestamp: string
            /**
             * @description critical: an alert of severity critical holds
             * @enum {string}
             */
            readonly overall_status: 'healthy' | 'warning' | 'critical'
            /** @description Rules that hold with severity error or worse */
            readonly alerts: readonly {
              /** @enum {string} */
              readonly type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              /** @enum {string} */
              readonly severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
              readonly message: string
              readonly recommendation: string
            }[]
            readonly warnings: readonly {
              /** @enum {string} */
              readonly type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              readonly message: string
            }[]
            readonly metrics: {
              readonly cache_reads_24h: number
              /** @description Of those reads; null without any, 0 to 1 */
              readonly cache_hit_rate: number | null
              readonly total_cities: number
              /** @description 0 to 100; null without cities */
              readonly freshness_score: number | null
              /** @description Cities older than 30 minutes; null without cities, 0 to 1 */
              readonly stale_share: number | null
              readonly providers: readonly {
                readonly provider: string
                /** @description Of this clock hour and the one before */
                readonly requests: number
                /** @description Of those; null without any, 0 to 1 */
                readonly error_rate: number | null
                /** @description Mean; null where none was measured */
                readonly response_time_ms: number | null
              }[]
            }
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postAnalyticsHealthCheck: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** Format: date-time */
            readonly timestamp: string
            /**
             * @description critical: an alert of severity critical holds
             * @enum {string}
             */
            readonly overall_status: 'healthy' | 'warning' | 'critical'
            /** @description Rules that hold with severity error or worse */
            readonly alerts: readonly {
              /** @enum {string} */
              readonly type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              /** @enum {string} */
              readonly severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
              readonly message: string
              readonly recommendation: string
            }[]
            readonly warnings: readonly {
              /** @enum {string} */
              readonly type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              readonly message: string
            }[]
            readonly metrics: {
              readonly cache_reads_24h: number
              /** @description Of those reads; null without any, 0 to 1 */
              readonly cache_hit_rate: number | null
              readonly total_cities: number
              /** @description 0 to 100; null without cities */
              readonly freshness_score: number | null
              /** @description Cities older than 30 minutes; null without cities, 0 to 1 */
              readonly stale_share: number | null
              readonly providers: readonly {
                readonly provider: string
                /** @description Of this clock hour and the one before */
                readonly requests: number
                /** @description Of those; null without any, 0 to 1 */
                readonly error_rate: number | null
                /** @description Mean; null where none was measured */
                readonly response_time_ms: number | null
              }[]
            }
            readonly alerts_raised: number
            readonly alerts_escalated: number
            /** @description Their rules do not hold any more */
            readonly alerts_resolved: number
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getProviders: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @description Those in use first, in their order */
            readonly providers: readonly {
              /** @enum {string} */
              readonly id:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly name: string
              readonly attribution: {
                readonly text: string
                /** Format: uri */
                readonly url: string
                readonly licence: string
              }
              /** @description Whether its free plan may be used commercially */
              readonly commercial_use: string
              readonly products: readonly ('conditions' | 'forecast' | 'air-quality')[]
              /** @description ISO 3166-1 alpha-2 codes it serves; null: the whole world */
              readonly countries: readonly string[] | null
              /** @description 1 is asked first; null where it is not in use */
              readonly order: number | null
              /** @description Whether it is in use */
              readonly is_active: boolean
              /** @description Whether it is asked first */
              readonly is_primary: boolean
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              readonly api_key_status: 'set' | 'missing' | 'not_needed'
              /** @description Empty where it is not limited, or not in use */
              readonly limits: readonly {
                /** @enum {string} */
                readonly window: 'minute' | 'hour' | 'day' | 'month'
                /** @description In the unit the provider counts in */
                readonly limit: number
                /** @description Held back for products that no later provider has */
                readonly reserved: number
              }[]
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              readonly health_status: 'healthy' | 'unhealthy'
              /** @description Why it cannot be asked; null where it can */
              readonly health_reason: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              readonly success_rate_24h: number | null
              /** @description Requests without an answer, rate-limited left out */
              readonly error_count_24h: number
              /** @description What most of them failed with */
              readonly main_failure_24h: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              readonly last_success_at: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              readonly last_failure_at: string | null
              /** @description Weight since 00:00 UTC */
              readonly used_today: number
            }[]
            /** @description When a provider counts as healthy */
            readonly health_rule: string
            /** Format: date-time */
            readonly timestamp: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getProvidersByProviderIdStats: {
    readonly parameters: {
      readonly query?: {
        /** @description UTC days, today included */
        readonly days?: number
      }
      readonly header?: never
      readonly path: {
        /** @example open-meteo */
        readonly providerId: string
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @enum {string} */
            readonly provider:
              | 'openweathermap'
              | 'weatherapi'
              | 'aviation-weather'
              | 'open-meteo'
              | 'met-norway'
              | 'nws'
            readonly name: string
            readonly period: {
              /**
               * Format: date
               * @description UTC
               */
              readonly start_date: string
              /**
               * Format: date
               * @description UTC
               */
              readonly end_date: string
              readonly days: number
            }
            readonly usage: {
              readonly total_requests: number
              readonly total_success: number
              /** @description Rate-limited requests included */
              readonly total_errors: number
              /** @description 0 to 1; null without requests */
              readonly success_rate: number | null
              /** @description In the unit the provider counts in */
              readonly total_weight: number
              /** @description Prices of plans are not known here */
              readonly total_cost: null
              /** @description Null where none was measured */
              readonly avg_response_time_ms: number | null
              /** @description Null where none was measured */
              readonly max_response_time_ms: number | null
            }
            /** @description Days without a request are left out */
            readonly daily_usage: readonly {
              /**
               * Format: date
               * @description UTC
               */
              readonly date: string
              readonly total_requests: number
              readonly total_success: number
              /** @description Rate-limited requests included */
              readonly total_errors: number
              /** @description 0 to 1; null without requests */
              readonly success_rate: number | null
              /** @description In the unit the provider counts in */
              readonly total_weight: number
              /** @description Prices of plans are not known here */
              readonly total_cost: null
              /** @description Null where none was measured */
              readonly avg_response_time_ms: number | null
              /** @description Null where none was measured */
              readonly max_response_time_ms: number | null
            }[]
            /** @description Not stored one by one */
            readonly failover_events: null
            /**
             * @description healthy: it can be asked now
             * @enum {string}
             */
            readonly health_status: 'healthy' | 'unhealthy'
            readonly health_reason: string | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postMonitoringRefresh: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description Names the request (visible ASCII): for 24 h the same key with the same body starts nothing and gets the same answer; with another body it is refused
         * @example 7f3c0a52-nightly
         */
        readonly 'idempotency-key'?: string
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /**
           * @description Names ("London", "London, GB") or GeoNames ids; every city where absent
           * @example [
           *       "Tokyo",
           *       "London, GB",
           *       2950159
           *     ]
           */
          readonly cities?: readonly (number | string)[]
          /** @description What is refreshed; all products where absent */
          readonly products?: readonly ('conditions' | 'forecast' | 'air-quality')[]
          /**
           * @description How one run fans out: a workflow for each city, an activity for many, or as their number says. With `cities`, one run over them instead of a task for each
           * @enum {string}
           */
          readonly fan_out?: 'city' | 'bulk' | 'auto'
          /** @description What is not older is left alone; as the settings say where absent */
          readonly max_age_seconds?: number
          /**
           * @description Also refreshes what is young enough, and does not wait for the time a provider named
           * @default false
           */
          readonly force?: boolean
          /**
           * @description Starts nothing: says what is due and what it would cost (200)
           * @default false
           */
          readonly dry_run?: boolean
        }
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            /** @enum {boolean} */
            readonly dry_run: true
            /** Format: date-time */
            readonly as_of: string
            /** @description Active cities that are meant */
            readonly total: number
            /** @description Of them, how many are due */
            readonly due: number
            /** @description Those named, else the first 100 that are due */
            readonly cities: readonly {
              readonly city: string
              readonly city_id: number
              readonly due: boolean
              /** @description What of it is due */
              readonly products: readonly ('conditions' | 'forecast' | 'air-quality')[]
            }[]
            /** @description For the due ones of `cities`, where the first provider that has a product answers: fallbacks and what a provider already knows of a place are not counted */
            readonly requests: readonly {
              /** @enum {string} */
              readonly provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              readonly products: readonly ('conditions' | 'forecast' | 'air-quality')[]
              readonly cities: number
              /** @description HTTP requests */
              readonly requests: number
              /** @description In the unit of the provider's quota */
              readonly weight: number
            }[]
            readonly unknown: readonly string[]
            readonly ambiguous: readonly {
              readonly name: string
              readonly candidates: readonly {
                /** @description GeoNames id */
                readonly id: number
                readonly name: string
                /** @description ISO 3166-1 alpha-2 */
                readonly country: string
                /** @description Degrees north */
                readonly latitude: number
                /** @description Degrees east */
                readonly longitude: number
                readonly population: number | null
              }[]
            }[]
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            /** @description The one run over all of it; null where each city has a task */
            readonly task_id: string | null
            readonly tasks: readonly {
              readonly city: string
              readonly city_id: number
              readonly task_id: string
            }[]
            readonly unknown: readonly string[]
            readonly ambiguous: readonly {
              readonly name: string
              readonly candidates: readonly {
                /** @description GeoNames id */
                readonly id: number
                readonly name: string
                /** @description ISO 3166-1 alpha-2 */
                readonly country: string
                /** @description Degrees north */
                readonly latitude: number
                /** @description Degrees east */
                readonly longitude: number
                readonly population: number | null
              }[]
            }[]
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMonitoringTaskByTaskId: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /** @description A task_id as it was given, slashes included */
        readonly taskId: string
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly task_id: string
            /** @description Workflow type */
            readonly name: string
            /** @enum {string} */
            readonly status: 'PENDING' | 'STARTED' | 'RETRY' | 'SUCCESS' | 'FAILURE' | 'REVOKED'
            /** @description What the run returned; null until it has succeeded */
            readonly result: unknown
            /** @description What went wrong, outermost first */
            readonly failure: readonly {
              /** @enum {string} */
              readonly kind:
                | 'application'
                | 'activity'
                | 'child-workflow'
                | 'timeout'
                | 'cancelled'
                | 'terminated'
                | 'other'
              readonly type: string | null
              readonly message: string
              /** @description Providers that were tried */
              readonly attempts?: readonly {
                readonly provider: string
                readonly products: readonly string[]
                readonly outcome: string
                readonly message?: string
                readonly retry_after_seconds?: number
              }[]
            }[]
            /** @description The same in one line */
            readonly traceback: string | null
            readonly progress: {
              readonly total: number
              readonly done: number
              readonly failed: number
              readonly skipped: number
              readonly joined: number
              readonly waiting: number
              readonly rate_per_second: number
              /** @enum {string|null} */
              readonly fan_out: 'city' | 'bulk' | null
              /** Format: date-time */
              readonly since: string
            } | null
            /** Format: date-time */
            readonly started_at: string
            /**
             * Format: date-time
             * @description Null while it goes on
             */
            readonly ended_at: string | null
            /**
             * Format: date-time
             * @description The same as ended_at, for clients of earlier versions
             */
            readonly closed_at: string | null
            /** @description Of the activity under way; null while none is, and after the end */
            readonly attempts: number | null
            /**
             * Format: date-time
             * @description When an activity that failed is tried again; null while none waits for that
             */
            readonly next_retry_at: string | null
            /**
             * @description history: Temporal has forgotten the run, or is away, and what was stored of its end answers
             * @enum {string}
             */
            readonly source: 'temporal' | 'history'
            /** @description The run in Temporal's Web UI; null where none is known here */
            readonly web_ui: string | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly deleteMonitoringTaskByTaskId: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /** @description A task_id as it was given, slashes included */
        readonly taskId: string
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            readonly task_id: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postMonitoringTaskByTaskIdCancel: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /** @description A task_id as it was given, slashes included */
        readonly taskId: string
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            readonly task_id: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postMonitoringTaskByTaskIdTerminate: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /** @description A task_id as it was given, slashes included */
        readonly taskId: string
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /**
           * @description Why; shown wherever the run is
           * @example It waits for a host that is gone
           */
          readonly reason: string
        }
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            readonly task_id: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMonitoringTasks: {
    readonly parameters: {
      readonly query?: {
        /** @description The job */
        readonly kind?: 'refresh' | 'warm' | 'quota' | 'analytics' | 'cleanup'
        /** @description STARTED is all that has not ended: a task itself says more */
        readonly status?: 'STARTED' | 'SUCCESS' | 'FAILURE' | 'REVOKED'
        /** @description What started it */
        readonly trigger?: 'schedule' | 'api' | 'cli' | 'start'
        /** @description A name or a GeoNames id: every refresh of this city, also by a run over many. Without it only what nothing else started */
        readonly city?: string
        /** @description ISO 3166-1 alpha-2 */
        readonly country?: string
        /** @description Started then or later */
        readonly since?: string
        readonly limit?: number
        /** @description next_cursor of the page before, with the same filters */
        readonly cursor?: string
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @description What is under way first, then what ended last; seen a second late */
            readonly tasks: readonly {
              readonly task_id: string
              /** @description Workflow type */
              readonly name: string
              readonly kind: string | null
              /** @enum {string} */
              readonly status: 'STARTED' | 'SUCCESS' | 'FAILURE' | 'REVOKED'
              readonly trigger: string | null
              /** @description Of the refresh of one city */
              readonly city_id: number | null
              /** Format: date-time */
              readonly started_at: string
              /** Format: date-time */
              readonly ended_at: string | null
              readonly web_ui: string | null
            }[]
            /** @description Null on the last page */
            readonly next_cursor: string | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMonitoringTaskByTaskIdEvents: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /** @description The id of the last event that was read: what is older is not sent again */
        readonly 'last-event-id'?: string
      }
      readonly path: {
        /** @description A task_id as it was given, slashes included */
        readonly taskId: string
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Server-sent events: `progress` once a second and `result`, with a task each */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'text/event-stream': string
        }
      }
      /** @description It has ended */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getMonitoringEvents: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /** @description The id of the last event that was read: what is older is not sent again */
        readonly 'last-event-id'?: string
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Server-sent events: `progress` once a second and `result`, with a task each */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'text/event-stream': string
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getSchedules: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly schedules: readonly {
              /** @enum {string} */
              readonly id:
                | 'refresh-all-cities'
                | 'warm-cache-for-popular-cities'
                | 'monitor-api-quota'
                | 'generate-weather-analytics'
                | 'cleanup-old-weather-data'
              /**
               * @example every 15 min, offset 1 min
               * @example daily at 02:00 UTC
               */
              readonly cadence: string
              /** @description Null where it runs at hours of the day */
              readonly every_seconds: number | null
              readonly paused: boolean
              /** @description What it is for, or why it is paused */
              readonly note: string | null
              /** @description None while it is paused */
              readonly next_times: readonly string[]
              /** @description Task ids of what is under way */
              readonly running: readonly string[]
              /** @description Runs it has started */
              readonly started: number
              /** @description Ticks that fell on a run that was still going */
              readonly skipped: number
              /** @description Ticks that Temporal was down for too long to catch up */
              readonly missed: number
              /** @description The latest ten at most, newest first */
              readonly recent_runs: readonly {
                readonly task_id: string
                /** @description How it ended: completed, completed_partial, failed, cancelled, timed_out, expired; null while it runs, or where it was cut off */
                readonly status: string | null
                /** Format: date-time */
                readonly scheduled_at: string
                /** Format: date-time */
                readonly started_at: string
              }[]
              readonly workflow_type: string
              readonly task_queue: string
              readonly catch_up_seconds: number
              readonly time_limit_seconds: number | null
            }[]
            /** @description Not on the Temporal server */
            readonly missing: readonly (
              | 'refresh-all-cities'
              | 'warm-cache-for-popular-cities'
              | 'monitor-api-quota'
              | 'generate-weather-analytics'
              | 'cleanup-old-weather-data'
            )[]
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getSchedulesByScheduleId: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description One of refresh-all-cities, warm-cache-for-popular-cities, monitor-api-quota, generate-weather-analytics, cleanup-old-weather-data
         * @example refresh-all-cities
         */
        readonly scheduleId: string
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @enum {string} */
            readonly id:
              | 'refresh-all-cities'
              | 'warm-cache-for-popular-cities'
              | 'monitor-api-quota'
              | 'generate-weather-analytics'
              | 'cleanup-old-weather-data'
            /**
             * @example every 15 min, offset 1 min
             * @example daily at 02:00 UTC
             */
            readonly cadence: string
            /** @description Null where it runs at hours of the day */
            readonly every_seconds: number | null
            readonly paused: boolean
            /** @description What it is for, or why it is paused */
            readonly note: string | null
            /** @description None while it is paused */
            readonly next_times: readonly string[]
            /** @description Task ids of what is under way */
            readonly running: readonly string[]
            /** @description Runs it has started */
            readonly started: number
            /** @description Ticks that fell on a run that was still going */
            readonly skipped: number
            /** @description Ticks that Temporal was down for too long to catch up */
            readonly missed: number
            /** @description The latest ten at most, newest first */
            readonly recent_runs: readonly {
              readonly task_id: string
              /** @description How it ended: completed, completed_partial, failed, cancelled, timed_out, expired; null while it runs, or where it was cut off */
              readonly status: string | null
              /** Format: date-time */
              readonly scheduled_at: string
              /** Format: date-time */
              readonly started_at: string
            }[]
            readonly workflow_type: string
            readonly task_queue: string
            readonly catch_up_seconds: number
            readonly time_limit_seconds: number | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postSchedulesByScheduleIdPause: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description One of refresh-all-cities, warm-cache-for-popular-cities, monitor-api-quota, generate-weather-analytics, cleanup-old-weather-data
         * @example refresh-all-cities
         */
        readonly scheduleId: string
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @description Why; shown wherever the schedule is */
          readonly note?: string
        }
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @enum {string} */
            readonly id:
              | 'refresh-all-cities'
              | 'warm-cache-for-popular-cities'
              | 'monitor-api-quota'
              | 'generate-weather-analytics'
              | 'cleanup-old-weather-data'
            /**
             * @example every 15 min, offset 1 min
             * @example daily at 02:00 UTC
             */
            readonly cadence: string
            /** @description Null where it runs at hours of the day */
            readonly every_seconds: number | null
            readonly paused: boolean
            /** @description What it is for, or why it is paused */
            readonly note: string | null
            /** @description None while it is paused */
            readonly next_times: readonly string[]
            /** @description Task ids of what is under way */
            readonly running: readonly string[]
            /** @description Runs it has started */
            readonly started: number
            /** @description Ticks that fell on a run that was still going */
            readonly skipped: number
            /** @description Ticks that Temporal was down for too long to catch up */
            readonly missed: number
            /** @description The latest ten at most, newest first */
            readonly recent_runs: readonly {
              readonly task_id: string
              /** @description How it ended: completed, completed_partial, failed, cancelled, timed_out, expired; null while it runs, or where it was cut off */
              readonly status: string | null
              /** Format: date-time */
              readonly scheduled_at: string
              /** Format: date-time */
              readonly started_at: string
            }[]
            readonly workflow_type: string
            readonly task_queue: string
            readonly catch_up_seconds: number
            readonly time_limit_seconds: number | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postSchedulesByScheduleIdResume: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description One of refresh-all-cities, warm-cache-for-popular-cities, monitor-api-quota, generate-weather-analytics, cleanup-old-weather-data
         * @example refresh-all-cities
         */
        readonly scheduleId: string
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @enum {string} */
            readonly id:
              | 'refresh-all-cities'
              | 'warm-cache-for-popular-cities'
              | 'monitor-api-quota'
              | 'generate-weather-analytics'
              | 'cleanup-old-weather-data'
            /**
             * @example every 15 min, offset 1 min
             * @example daily at 02:00 UTC
             */
            readonly cadence: string
            /** @description Null where it runs at hours of the day */
            readonly every_seconds: number | null
            readonly paused: boolean
            /** @description What it is for, or why it is paused */
            readonly note: string | null
            /** @description None while it is paused */
            readonly next_times: readonly string[]
            /** @description Task ids of what is under way */
            readonly running: readonly string[]
            /** @description Runs it has started */
            readonly started: number
            /** @description Ticks that fell on a run that was still going */
            readonly skipped: number
            /** @description Ticks that Temporal was down for too long to catch up */
            readonly missed: number
            /** @description The latest ten at most, newest first */
            readonly recent_runs: readonly {
              readonly task_id: string
              /** @description How it ended: completed, completed_partial, failed, cancelled, timed_out, expired; null while it runs, or where it was cut off */
              readonly status: string | null
              /** Format: date-time */
              readonly scheduled_at: string
              /** Format: date-time */
              readonly started_at: string
            }[]
            readonly workflow_type: string
            readonly task_queue: string
            readonly catch_up_seconds: number
            readonly time_limit_seconds: number | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postSchedulesByScheduleIdTrigger: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description One of refresh-all-cities, warm-cache-for-popular-cities, monitor-api-quota, generate-weather-analytics, cleanup-old-weather-data
         * @example refresh-all-cities
         */
        readonly scheduleId: string
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            /**
             * @description skipped: a run is under way, and it is the task; asked: the run is requested, its id is not known yet
             * @enum {string}
             */
            readonly status: 'started' | 'skipped' | 'asked'
            readonly task_id: string | null
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly getSchedulerStatus: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            /** @description Whether the schedule refresh-all-cities is not paused */
            readonly running: boolean
            readonly refresh_interval_seconds: number | null
            readonly refresh_interval_minutes: number | null
            /** @description Whether a worker is there for its runs */
            readonly thread_alive: boolean
            /** Format: date-time */
            readonly last_check: string | null
            /** Format: date-time */
            readonly timestamp: string
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postSchedulerStart: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @description Only the one that is set: it is not changed here */
          readonly interval_minutes?: number
        }
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            /** @enum {string} */
            readonly status: 'running' | 'already_running' | 'stopped' | 'not_running'
            readonly interval_minutes?: number
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  readonly postSchedulerStop: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Default Response */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly message: string
            /** @enum {string} */
            readonly status: 'running' | 'already_running' | 'stopped' | 'not_running'
            readonly interval_minutes?: number
            /** @description True in the demo, whose weather is made up */
            readonly simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '4XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      readonly '5XX': {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
}
