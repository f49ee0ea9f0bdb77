// Made by `npm run docs:generate` from docs/openapi.json.

export interface paths {
  '/livez': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Whether this process answers */
    get: operations['getLivez']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/readyz': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Whether weather is read, refreshed and stored, and what is in the way
     * @description Checked once a second at most, however many ask. Who may not read the API gets the status alone.
     */
    get: operations['getReadyz']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Counters and gauges for Prometheus
     * @description Read once in two seconds, however many scrape.
     */
    get: operations['getMetrics']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/problems/{kind}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What a kind of problem means, and what to do about it
     * @description Every refusal links here by the header `Link` with `rel="help"`.
     */
    get: operations['getProblemsByKind']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Where things are */
    get: operations['get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/session': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who asks, and what it may do */
    get: operations['getSession']
    put?: never
    /**
     * Signs a browser in with the token of its Authorization header
     * @description Sets a cookie that no script can read and that is sent to this API alone. It ends with the browser, and holds as long as the token.
     */
    post: operations['postSession']
    /** Signs a browser out */
    delete: operations['deleteSession']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/map': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Where all active cities are, in columns
     * @description For a map. It changes only with the cities, and then its ETag does.
     */
    get: operations['getCitiesMap']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/map/ages': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * How old the weather of all active cities is, in the order of the map
     * @description Read once in ten seconds, however many ask.
     */
    get: operations['getCitiesMapAges']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/map/latest': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * How warm it is in all active cities and who says so, in the order of the map
     * @description Read once in ten seconds, however many ask.
     */
    get: operations['getCitiesMapLatest']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Cities, page by page */
    get: operations['getCities']
    put?: never
    /**
     * Adds a city, whose weather is then kept fresh
     * @description By GeoNames id, by name, by coordinates, which mean the nearest known place within 50 km, or by all that a city has. What the shipped list lacks is looked up in the gazetteer of Open-Meteo, one call of its quota. A name that several places have is refused with candidates. A city that is stored stays as it is, and the answer is 200.
     */
    post: operations['postCities']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/{cityId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One city, and how its last refresh ended */
    get: operations['getCitiesByCityId']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/search': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Finds cities by the beginning of a name
     * @description Of the cities that are stored and of the shipped list of places with at least 100,000 inhabitants; also by other well-known names. The best match comes first, then the most populous.
     */
    get: operations['getCitiesSearch']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/nearest': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The stored cities nearest to a place */
    get: operations['getCitiesNearest']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/current/{cityId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Current conditions of a city
     * @description As they are stored, with their age and source.
     */
    get: operations['getCurrentByCityId']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/current': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Current conditions of a city, by its name
     * @description As they are stored, with their age and source.
     */
    get: operations['getCurrent']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/forecast/{cityId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Daily forecast of a city
     * @description All days are of one answer of one provider, the one confirmed last.
     */
    get: operations['getForecastByCityId']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/forecast': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Daily forecast of a city, by its name
     * @description All days are of one answer of one provider, the one confirmed last.
     */
    get: operations['getForecast']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/air-quality/{cityId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Air quality of a city
     * @description Concentrations, and each index under the name of its scale.
     */
    get: operations['getAirQualityByCityId']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/air-quality': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Air quality of a city, by its name
     * @description Concentrations, and each index under the name of its scale.
     */
    get: operations['getAirQuality']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/multiple': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Current conditions of many cities
     * @description What is not known, or is the name of several, is listed, not refused.
     */
    get: operations['getMultiple']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/compare': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Current conditions of a few cities side by side, and how they differ
     * @description Each city has to be known and to have a value.
     */
    get: operations['getCompare']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/add': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Adds a city, whose weather is then kept fresh
     * @description By GeoNames id, by name, by coordinates, which mean the nearest known place within 50 km, or by all that a city has. What the shipped list lacks is looked up in the gazetteer of Open-Meteo, one call of its quota. A name that several places have is refused with candidates. A city that is stored stays as it is, and the answer is 200.
     */
    post: operations['postCitiesAdd']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/{cityId}/deactivate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Leaves a city out of every refresh; what is stored stays */
    post: operations['postCitiesByCityIdDeactivate']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/{cityId}/reactivate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Takes a city up again */
    post: operations['postCitiesByCityIdReactivate']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/{cityId}/promise': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /**
     * Promises that a city is never older, from the next scheduled refresh on
     * @description Counts where limits are short, before what the settings promise. What the limits do not carry is stretched: `weather247 plan` says so.
     */
    put: operations['putCitiesByCityIdPromise']
    post?: never
    /** Takes back what was promised of a city by hand */
    delete: operations['deleteCitiesByCityIdPromise']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/historical/{cityId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Past conditions of a city
     * @description In the order of time, page by page; what is stored after the first page is no part of the others. As CSV by `format=csv` or the Accept header, with the next page in the Link header.
     */
    get: operations['getHistoricalByCityId']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/historical': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Past conditions of a city, by its name
     * @description In the order of time, page by page; what is stored after the first page is no part of the others. As CSV by `format=csv` or the Accept header, with the next page in the Link header.
     */
    get: operations['getHistorical']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/analytics/dashboard': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Requests, cache, freshness and weather of all cities, as last computed */
    get: operations['getAnalyticsDashboard']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/analytics/cities/{cityId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Statistics of a city over its last days, as last computed */
    get: operations['getAnalyticsCitiesByCityId']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/audit': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Who made which change, the newest first, page by page
     * @description Every request that may change something, and every command that changes what is stored, written before it happens. Refused requests, such as those without a token, are not among them.
     */
    get: operations['getMonitoringAudit']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cache/stats': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What the cache is, and how often it had what was read
     * @description Counted once in two seconds, however many ask.
     */
    get: operations['getCacheStats']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cache/clear': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Forget what is cached of a city, or everything, which needs the role admin */
    post: operations['postCacheClear']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/health': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Whether weather is served, and how each part stands
     * @description Answers 200 while weather is served, 503 where it is not: the database is away, or no provider can be asked and what is stored is too old. Who may not read the API gets the status alone. Checked once every few seconds, however many ask; no request is sent to a provider.
     */
    get: operations['getHealth']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/health': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Whether weather is served, and how each part stands
     * @description Answers 200 while weather is served, 503 where it is not: the database is away, or no provider can be asked and what is stored is too old. Who may not read the API gets the status alone. Checked once every few seconds, however many ask; no request is sent to a provider.
     */
    get: operations['getMonitoringHealth']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/dashboard': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What runs, how fresh the weather is, and how cache and providers stand
     * @description Its parts are counted once every few seconds, however many ask.
     */
    get: operations['getMonitoringDashboard']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/quota': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Quota and health of every provider, by what was counted
     * @description Computed from the ledger once in two seconds, however many ask; no request is sent to a provider. Weights are in the unit each provider counts in. Warns at 75 % of a limit, is critical at 90 %.
     */
    get: operations['getMonitoringQuota']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/alerts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Alerts that were raised, the newest first */
    get: operations['getMonitoringAlerts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/alerts/{alertId}/acknowledge': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Says that somebody sees to an alert */
    post: operations['postMonitoringAlertsByAlertIdAcknowledge']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/alerts/{alertId}/resolve': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ends an alert */
    post: operations['postMonitoringAlertsByAlertIdResolve']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/analytics/objectives': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * How the service level objectives of freshness are kept, and what is left of them
     * @description For how much of their time the conditions of cities were as fresh as WEATHER247_FRESHNESS_OBJECTIVES has it. A city that the plan lets wait longer is late after twice its planned time. Time in which no worker ran is not measured.
     */
    get: operations['getAnalyticsObjectives']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/analytics/health-report': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What the rules of alerts find in what is stored now
     * @description Judged once every few seconds, however many ask; nothing is stored.
     */
    get: operations['getAnalyticsHealthReport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/analytics/health-check': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * The same, and raises, escalates and resolves alerts by it
     * @description As the schedule monitor-api-quota does with every run.
     */
    post: operations['postAnalyticsHealthCheck']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/system-health': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * How the installation stands, as a score
     * @description From what is stored; no request is sent to a provider.
     */
    get: operations['getSystemHealth']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/dashboard': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How many providers there are, and what was asked of them today */
    get: operations['getDashboard']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/real-time-status': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Which providers can be asked now, what runs, and which incidents are open */
    get: operations['getRealTimeStatus']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/latest-alerts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The alerts that were raised last
     * @description `monitoring/alerts` has all of them, page by page.
     */
    get: operations['getLatestAlerts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/incidents': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Times in which a provider did not serve, the newest first
     * @description One per provider and cause, however many cities it met: from when cities began to be served by another provider, or by none, to when the provider served again.
     */
    get: operations['getIncidents']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/incidents/{incidentId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One incident, with what it cost and the largest cities it met */
    get: operations['getIncidentsByIncidentId']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/incidents/{incidentId}/close': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ends an incident by hand */
    post: operations['postIncidentsByIncidentIdClose']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/failovers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Incidents in which another provider served, in the shape of the original system */
    get: operations['getFailovers']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/failovers/{incidentId}/resolve': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ends an incident by hand */
    post: operations['postFailoversByIncidentIdResolve']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/thresholds': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** From which values on the weather of cities is notified */
    get: operations['getThresholds']
    put?: never
    /** Tells the webhooks when a value is reached, and when it is left again */
    post: operations['postThresholds']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/thresholds/presets': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Creates the usual thresholds for every city
     * @description Heat and frost, wind, visibility and severe words. Those whose name is taken stay as they are.
     */
    post: operations['postThresholdsPresets']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/thresholds/{thresholdId}/crossings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** When a threshold held, for which cities */
    get: operations['getThresholdsByThresholdIdCrossings']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/thresholds/{thresholdId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Tells of it no more, and forgets when it held */
    delete: operations['deleteThresholdsByThresholdId']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/webhooks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who is notified of incidents, alerts and weather */
    get: operations['getWebhooks']
    put?: never
    /** Tells one more receiver from now on; the answer has its secret, this once */
    post: operations['postWebhooks']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/webhooks/{webhookId}/test': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Sends a receiver a test */
    post: operations['postWebhooksByWebhookIdTest']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/webhooks/{webhookId}/deliveries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What a receiver was sent, and how it answered */
    get: operations['getWebhooksByWebhookIdDeliveries']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/webhooks/{webhookId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Tells a receiver no more; what it was not sent yet is dropped */
    delete: operations['deleteWebhooksByWebhookId']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/providers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Every weather API, with its licence, limits and health
     * @description From the catalogue and what was counted; no request is sent to a provider.
     */
    get: operations['getProviders']
    put?: never
    /**
     * Takes a provider into use, and sets its priority and limits
     * @description For every process within seconds. Adapters are built in; keys and addresses are settings.
     */
    post: operations['postProviders']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/providers/{providerId}/stats': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What was requested of a weather API, day by day */
    get: operations['getProvidersByProviderIdStats']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/providers/usage': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What was requested of every weather API, hour by hour
     * @description Read once in five seconds, however many ask.
     */
    get: operations['getProvidersUsage']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/queues': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Who works on each task queue, and what waits there
     * @description Asked of Temporal once in five seconds, however many ask.
     */
    get: operations['getMonitoringQueues']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/plan': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * How fresh the limits of the providers keep the cities, and what that takes
     * @description Made once in ten minutes, however many ask, and without a call.
     */
    get: operations['getMonitoringPlan']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/settings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The settings that the API runs with, and where each comes from
     * @description Of secrets it says whether they are set, and never what they are.
     */
    get: operations['getMonitoringSettings']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/tokens': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who holds a token of the API, and which role it has */
    get: operations['getMonitoringTokens']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/providers/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Takes a provider into use, and sets its priority and limits
     * @description For every process within seconds. Adapters are built in; keys and addresses are settings.
     */
    post: operations['postProvidersCreate']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/providers/{providerId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One weather API, with its licence, limits and health */
    get: operations['getProvidersByProviderId']
    /**
     * Changes whether and when a provider is asked, its limits and its budget
     * @description For every process within seconds. What is absent stays as it is.
     */
    put: operations['putProvidersByProviderId']
    post?: never
    /**
     * Takes a provider out of use
     * @description Its limits and priority are kept; the last one in use stays in use.
     */
    delete: operations['deleteProvidersByProviderId']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/providers/{providerId}/delete': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Takes a provider out of use
     * @description Its limits and priority are kept; the last one in use stays in use.
     */
    delete: operations['deleteProvidersByProviderIdDelete']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/providers/{providerId}/health': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Whether a provider in use can be asked, by what was counted
     * @description No request is sent to the provider; `test` sends one.
     */
    post: operations['postProvidersByProviderIdHealth']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/bulk-health-check': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Whether the providers in use can be asked, by what was counted
     * @description No request is sent to a provider.
     */
    post: operations['postBulkHealthCheck']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/providers/{providerId}/test': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Sends a provider one real request, and says what it came to
     * @description Charged to its quota, and sent also while it is paused; a success ends the pause. Nothing of the answer is stored.
     */
    post: operations['postProvidersByProviderIdTest']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cost-analysis': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What requests to providers cost, by provider and day
     * @description Weight times the cost per request that was set; null where none was. Budgets are of the calendar month: warning at 75 %, critical at 90 %.
     */
    get: operations['getCostAnalysis']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/attribution': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Whom to name beside the data: every provider in use or with stored values */
    get: operations['getAttribution']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/disagreements': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Times in which two providers said of a city what cannot both be so
     * @description Found by second opinions, for which a small share of the limits is used while there is room to spare. What is served is one provider’s values as it gave them, never an average.
     */
    get: operations['getDisagreements']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/cities/{cityId}/explain': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Why a city has the values it has
     * @description For the last refresh of each product: which providers were asked, which were skipped and why, what came of it, what is stored, when it is next due by the plan, and whether it is late; and what speaks against the values: flags, and providers that disagree.
     */
    get: operations['getCitiesByCityIdExplain']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/refresh': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Starts a refresh of the cities named, or of all that are due
     * @description What is young enough is not refreshed, and its task says so, unless `force` is set; a refresh of a city that is under way is joined. An `Idempotency-Key` makes a repetition start nothing; a dry run starts nothing either, and takes no key.
     */
    post: operations['postMonitoringRefresh']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/task/{taskId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * How a task stands
     * @description A run of a job, and a refresh that was asked for, answers from what was stored of its end where Temporal has forgotten it.
     */
    get: operations['getMonitoringTaskByTaskId']
    put?: never
    post?: never
    /** Requests that a task stops; what it has stored stays */
    delete: operations['deleteMonitoringTaskByTaskId']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/task/{taskId}/cancel': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Requests that a task stops; what it has stored stays */
    post: operations['postMonitoringTaskByTaskIdCancel']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/task/{taskId}/terminate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ends a task at once, for one that does not stop when it is asked to
     * @description It cleans up nothing and stores no summary: cancel it first.
     */
    post: operations['postMonitoringTaskByTaskIdTerminate']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/tasks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tasks, page by page: those Temporal keeps, then those only our history has */
    get: operations['getMonitoringTasks']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/task/{taskId}/events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The events of a task, as server-sent events
     * @description Each `progress` and the last one, `result`, hold the task as its own address answers. A client that comes again after the result gets 204, and comes no more.
     */
    get: operations['getMonitoringTaskByTaskIdEvents']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/monitoring/events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The events of all tasks, as server-sent events
     * @description Of what nothing else started, twenty at a time. With `Last-Event-ID` the results since then come first; one that was read already may come again. `hello` comes first and `beat` every 15 seconds, both with the `server_time`: a listener that hears nothing for longer has lost the stream. `changed` names what may be asked for again, and `freshness` has the ages of all cities as `monitoring/dashboard` does.
     */
    get: operations['getMonitoringEvents']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/refresh': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Refreshes all that is due, and waits a little for its end
     * @description As the original did in the request. 200 where the run ended within the time a read waits (WEATHER247_READ_REFRESH_SECONDS), 202 with its task where it goes on.
     */
    post: operations['postRefresh']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/schedules': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What runs by itself, and when */
    get: operations['getSchedules']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/schedules/{scheduleId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One schedule */
    get: operations['getSchedulesByScheduleId']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/schedules/{scheduleId}/pause': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Lets no more runs start */
    post: operations['postSchedulesByScheduleIdPause']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/schedules/{scheduleId}/resume': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Lets runs start again */
    post: operations['postSchedulesByScheduleIdResume']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/schedules/{scheduleId}/trigger': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Runs it now, once; skipped while a run of it is under way */
    post: operations['postSchedulesByScheduleIdTrigger']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/scheduler/status': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How refresh-all-cities stands, in the words of the old API */
    get: operations['getSchedulerStatus']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/scheduler/start': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Resumes refresh-all-cities */
    post: operations['postSchedulerStart']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/weather/scheduler/stop': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Pauses refresh-all-cities */
    post: operations['postSchedulerStop']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** @description A problem (RFC 9457) */
    Problem: {
      /** Format: uri */
      type: string
      title: string
      status: number
      detail: string
      /** @description The address of the request, where it could be read */
      instance?: string
      /** @description Of a 5xx: the log of the server has the cause under this id */
      request_id?: string
      /**
       * @description What programs may rely on
       * @enum {string}
       */
      kind:
        | 'invalid-request'
        | 'unknown-host'
        | 'unauthenticated'
        | 'forbidden'
        | 'rate-limited'
        | 'too-many-listeners'
        | 'closing'
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
        | 'unknown-incident'
        | 'incident-closed'
        | 'unknown-threshold'
        | 'threshold-exists'
        | 'unknown-webhook'
        | 'webhook-exists'
        | 'unknown-provider'
        | 'provider-not-usable'
        | 'last-provider'
        | 'unknown-schedule'
        | 'temporal-unavailable'
        | 'database-unavailable'
        | 'answer-late'
        | 'cache-unavailable'
        | 'internal'
    } & {
      [key: string]: unknown
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
  getLivez: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ok'
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getReadyz: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ready' | 'not_ready'
            /** @description Checks that fail */
            missing?: (
              'database' | 'writing' | 'temporal' | 'workers' | 'progress' | 'freshness' | 'cache'
            )[]
            checks?: {
              /** @enum {string} */
              name:
                'database' | 'writing' | 'temporal' | 'workers' | 'progress' | 'freshness' | 'cache'
              /**
               * @description degraded: slower, but ready; skipped: what it depends on does not answer, or there is nothing to judge
               * @enum {string}
               */
              status: 'ok' | 'failing' | 'degraded' | 'skipped'
              /** @description Null where all is well */
              reason: string | null
            }[]
            /** @description Their jobs wait. The API is ready without them, except for weather_refresh. */
            queues_without_worker?: (
              'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
            )[]
          }
        }
      }
      /** @description Default Response */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ready' | 'not_ready'
            /** @description Checks that fail */
            missing?: (
              'database' | 'writing' | 'temporal' | 'workers' | 'progress' | 'freshness' | 'cache'
            )[]
            checks?: {
              /** @enum {string} */
              name:
                'database' | 'writing' | 'temporal' | 'workers' | 'progress' | 'freshness' | 'cache'
              /**
               * @description degraded: slower, but ready; skipped: what it depends on does not answer, or there is nothing to judge
               * @enum {string}
               */
              status: 'ok' | 'failing' | 'degraded' | 'skipped'
              /** @description Null where all is well */
              reason: string | null
            }[]
            /** @description Their jobs wait. The API is ready without them, except for weather_refresh. */
            queues_without_worker?: (
              'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
            )[]
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMetrics: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The text format of Prometheus */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/plain': string
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getProblemsByKind: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description One of invalid-request, unknown-host, unauthenticated, forbidden, rate-limited, too-many-listeners, closing, cross-site, not-found, method-not-allowed, unknown-city, ambiguous-city, no-data-yet, idempotency-key-reused, unknown-task, task-closed, unknown-alert, alert-resolved, unknown-incident, incident-closed, unknown-threshold, threshold-exists, unknown-webhook, webhook-exists, unknown-provider, provider-not-usable, last-provider, unknown-schedule, temporal-unavailable, database-unavailable, answer-late, cache-unavailable, internal
         * @example unknown-city
         */
        kind: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page to read */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/html': string
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  get: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            name: string
            /** @enum {string} */
            mode: 'live' | 'demo'
            links: {
              /** @description For browsers; null where it is not built */
              dashboard: string | null
              docs: string
              cities: string
              current: string
              schedules: string
              quota: string
              attribution: string
              analytics: string
              metrics: string
              ready: string
              /** @description Temporal Web UI */
              web_ui: string | null
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSession: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Null for who shows no token that holds, where one is asked for */
            caller: {
              /** @description Of the token; where none is asked for, how it is reached */
              name: string
              /** @enum {string} */
              role: 'read' | 'operate' | 'admin'
            } | null
            /** @enum {string} */
            mode: 'live' | 'demo'
            /** Format: date-time */
            server_time: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postSession: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Null for who shows no token that holds, where one is asked for */
            caller: {
              /** @description Of the token; where none is asked for, how it is reached */
              name: string
              /** @enum {string} */
              role: 'read' | 'operate' | 'admin'
            } | null
            /** @enum {string} */
            mode: 'live' | 'demo'
            /** Format: date-time */
            server_time: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteSession: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCitiesMap: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Of the set of active cities: both answers have it */
            version: string
            /** @description GeoNames ids, ascending: the first, then each as what it adds to the one before */
            id: number[]
            /** @description Hundredths of a degree north, in the same order */
            lat: number[]
            /** @description Hundredths of a degree east, in the same order */
            lon: number[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description As the client has it */
      304: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCitiesMapAges: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Of the set of active cities: both answers have it */
            version: string
            /** Format: date-time */
            as_of: string
            /** @description Whole minutes since the weather of a city was confirmed, in the order of the map; null where it never was. Where a plan refreshes a city more rarely than every 15 minutes, as many of its own periods count as that many quarters of an hour */
            minutes: (number | null)[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCitiesMapLatest: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Of the set of active cities: both answers have it */
            version: string
            /** Format: date-time */
            as_of: string
            /** @description Whole degrees Celsius, in the order of the map; null without data */
            temperature: (number | null)[]
            /** @description Who gave it: its place in `providers`; null without data */
            provider: (number | null)[]
            /** @description Ids of those that gave any of it */
            providers: string[]
            units: {
              /** @enum {string} */
              temperature: '°C'
            }
            /** @description Of `providers`, with their licences */
            sources: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                /** @description To be shown wherever the data is */
                text: string
                /** @description Null in the demo */
                url: string | null
                /** @description Null in the demo */
                licence: string | null
              }
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCities: {
    parameters: {
      query?: {
        /** @example 10 */
        limit?: number
        /**
         * @description next_cursor of the page before, with the same sort
         * @example 2643743
         */
        cursor?: string
        /** @description By age the oldest come first; by id where absent */
        sort?: 'id' | 'age' | 'name'
        /** @description ISO 3166-1 alpha-2 */
        country?: string
        /** @description Whether it is kept fresh */
        is_active?: 'true' | 'false'
        /**
         * @description The beginning of a name
         * @example lon
         */
        q?: string
        /** @description Whose conditions are served */
        provider?:
          'openweathermap' | 'weatherapi' | 'aviation-weather' | 'open-meteo' | 'met-norway' | 'nws'
        /** @description Of the conditions */
        freshness?: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
        /** @description Whether its conditions are older than twice what is planned for it, or there are none */
        late?: 'true' | 'false'
        /** @description How the last refresh ended */
        outcome?: 'ok' | 'partial' | 'failed'
        /** @description Whether each comes with its latest conditions, in short */
        latest?: 'true' | 'false'
        /** @description Whether the cities of all pages are counted */
        total?: 'true' | 'false'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            cities: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /** @description Whether it is kept fresh */
              is_active: boolean
              /** Format: date-time */
              created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              updated_at: string
              /** @description By hand: where limits are short, its conditions are planned to be no older */
              promised_minutes: number | null
              last_refresh: {
                /**
                 * @description Of the conditions: their age, measured by how often the plan refreshes the city
                 * @enum {string}
                 */
                freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description How often its conditions are planned to be refreshed; beyond twice that it is late */
                planned_period_s: number
                /** Format: date-time */
                conditions_confirmed_at: string | null
                /** Format: date-time */
                forecast_confirmed_at: string | null
                /** Format: date-time */
                air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                outcome_at: string | null
                /** @enum {string|null} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
              /** @description With `latest=true`; null where there is none */
              latest?: {
                /** @description In °C */
                temperature: number | null
                /** @enum {string|null} */
                condition:
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
                intensity: 'light' | 'moderate' | 'heavy' | null
                is_day: boolean | null
                /** Format: date-time */
                valid_at: string
                /** Format: date-time */
                fetched_at: string
                /** Format: date-time */
                confirmed_at: string
                /** @description Since `confirmed_at` */
                age_seconds: number
                /** @description Since `valid_at` */
                valid_age_seconds: number
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /** @enum {string} */
                basis: 'observed' | 'analysis' | 'forecast'
              } | null
            }[]
            /** @description Null on the last page */
            next_cursor: string | null
            /** @description With `total=true`: of all pages, counted every few seconds */
            total?: number
            /** @description Of `latest` */
            units?: {
              /** @enum {string} */
              temperature: '°C'
            }
            /** @description Of `latest`, with their licences */
            sources?: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                /** @description To be shown wherever the data is */
                text: string
                /** @description Null in the demo */
                url: string | null
                /** @description Null in the demo */
                licence: string | null
              }
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postCities: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** @description A place by `geonames_id`, by `name` (and `country`), or by `latitude` and `longitude` (and `country`), which mean the nearest known place; one that no gazetteer has by `name`, `country`, `latitude`, `longitude` and `timezone` */
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description GeoNames id
           * @example 2643743
           */
          geonames_id?: number
          name?: string
          /** @description ISO 3166-1 alpha-2 */
          country?: string
          /** @description Degrees north */
          latitude?: number
          /** @description Degrees east */
          longitude?: number
          /** @description IANA time zone */
          timezone?: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /** @description Whether it is kept fresh */
              is_active: boolean
              /** Format: date-time */
              created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              updated_at: string
              /** @description By hand: where limits are short, its conditions are planned to be no older */
              promised_minutes: number | null
              last_refresh: {
                /**
                 * @description Of the conditions: their age, measured by how often the plan refreshes the city
                 * @enum {string}
                 */
                freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description How often its conditions are planned to be refreshed; beyond twice that it is late */
                planned_period_s: number
                /** Format: date-time */
                conditions_confirmed_at: string | null
                /** Format: date-time */
                forecast_confirmed_at: string | null
                /** Format: date-time */
                air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                outcome_at: string | null
                /** @enum {string|null} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }
            /** @description From the coordinates, where they alone were given */
            distance_km?: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /** @description Whether it is kept fresh */
              is_active: boolean
              /** Format: date-time */
              created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              updated_at: string
              /** @description By hand: where limits are short, its conditions are planned to be no older */
              promised_minutes: number | null
              last_refresh: {
                /**
                 * @description Of the conditions: their age, measured by how often the plan refreshes the city
                 * @enum {string}
                 */
                freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description How often its conditions are planned to be refreshed; beyond twice that it is late */
                planned_period_s: number
                /** Format: date-time */
                conditions_confirmed_at: string | null
                /** Format: date-time */
                forecast_confirmed_at: string | null
                /** Format: date-time */
                air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                outcome_at: string | null
                /** @enum {string|null} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }
            /** @description From the coordinates, where they alone were given */
            distance_km?: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCitiesByCityId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description GeoNames id */
            id: number
            name: string
            /** @description ISO 3166-1 alpha-2 */
            country: string
            /** @description Degrees north */
            latitude: number
            /** @description Degrees east */
            longitude: number
            /** @description IANA time zone */
            timezone: string
            population: number | null
            /** @description Whether it is kept fresh */
            is_active: boolean
            /** Format: date-time */
            created_at: string
            /**
             * Format: date-time
             * @description When what is said of the city itself changed last
             */
            updated_at: string
            /** @description By hand: where limits are short, its conditions are planned to be no older */
            promised_minutes: number | null
            last_refresh: {
              /**
               * @description Of the conditions: their age, measured by how often the plan refreshes the city
               * @enum {string}
               */
              freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
              /** @description How often its conditions are planned to be refreshed; beyond twice that it is late */
              planned_period_s: number
              /** Format: date-time */
              conditions_confirmed_at: string | null
              /** Format: date-time */
              forecast_confirmed_at: string | null
              /** Format: date-time */
              air_quality_confirmed_at: string | null
              /** @enum {string|null} */
              outcome: 'ok' | 'partial' | 'failed' | null
              /** Format: date-time */
              outcome_at: string | null
              /** @enum {string|null} */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
                | null
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCitiesSearch: {
    parameters: {
      query: {
        /**
         * @description The beginning of a name, or of a word in it; any case, accents or not
         * @example lon
         */
        q: string
        /** @description ISO 3166-1 alpha-2 */
        country?: string
        /** @example 10 */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            cities: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /**
               * @description How the name found answers `q`
               * @enum {string}
               */
              match: 'exact' | 'prefix' | 'word_prefix'
              /** @description False for a place of the shipped list only */
              is_stored: boolean
              /** @description Null where it is not stored */
              is_active: boolean | null
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCitiesNearest: {
    parameters: {
      query: {
        /**
         * @description Degrees north
         * @example 51.5
         */
        latitude: number
        /**
         * @description Degrees east
         * @example -0.1
         */
        longitude: number
        /** @example 10 */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            cities: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /** @description Whether it is kept fresh */
              is_active: boolean
              /** @description Along the great circle */
              distance_km: number
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCurrentByCityId: {
    parameters: {
      query?: {
        /** @description Units of the values; `metric` where absent. The units block names them. */
        units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        refresh?: 'if-stale'
      }
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The value */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
            }
            conditions: {
              temperature: number | null
              feels_like: number | null
              /** @description Relative */
              humidity: number | null
              /** @description Reduced to mean sea level */
              pressure: number | null
              visibility: number | null
              uv_index: number | null
              wind_speed: number | null
              wind_gust: number | null
              /** @description Where the wind blows from; north is 0 */
              wind_direction: number | null
              cloudiness: number | null
              precipitation: number | null
              /** @description The span the precipitation fell in: negative before valid_at, positive after it */
              precipitation_window_minutes: number | null
              /** @enum {string|null} */
              condition:
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
              intensity: 'light' | 'moderate' | 'heavy' | null
              is_day: boolean | null
              /** Format: date-time */
              sunrise: string | null
              /** Format: date-time */
              sunset: string | null
            }
            /** @description Why the values may be wrong, as far as somebody has looked: unchanged for longer than weather is, farther from the one before than weather goes, or another provider says otherwise */
            flags: ('stands-still' | 'jump' | 'jump-back' | 'disagreement')[]
            /**
             * Format: date-time
             * @description The moment the values describe
             */
            valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            confirmed_at: string
            /** @description Since confirmed_at */
            age_seconds: number
            /** @description Since valid_at */
            valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the city’s value is planned to be refreshed
             * @enum {string}
             */
            freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Older than twice the time in which it is planned to be refreshed */
            stale: boolean
            /** @description The run that stored it */
            run_id: string
            source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                /** @description To be shown wherever the data is */
                text: string
                /** @description Null in the demo */
                url: string | null
                /** @description Null in the demo */
                licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            derived: string[]
            /** @enum {string} */
            served_from: 'cache' | 'database'
            units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              feels_like: string
              /** @example % */
              humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_gust: string
              /** @example ° */
              wind_direction: string
              /** @example % */
              cloudiness: string
              /**
               * @example mm
               * @example in
               */
              precipitation: string
            }
            /** @description The refresh that was waited for in vain */
            refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
          'application/json; profile="original"': {
            id: number | null
            city: {
              id: number
              name: string
              country: string
              latitude: number
              longitude: number
              timezone: string
              is_active: boolean | null
              /** Format: date-time */
              created_at: string | null
              /** Format: date-time */
              updated_at: string | null
            }
            temperature: number | null
            feels_like: number | null
            humidity: number | null
            pressure: number | null
            visibility: number | null
            uv_index: number | null
            wind_speed: number | null
            wind_direction: number | null
            weather_condition: string | null
            weather_description: string | null
            weather_icon: string | null
            cloudiness: number | null
            /** Format: date-time */
            sunrise: string | null
            /** Format: date-time */
            sunset: string | null
            /** Format: date-time */
            timestamp: string
            data_source: string
            attribution: string
            stale: boolean
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCurrent: {
    parameters: {
      query: {
        /**
         * @description Any case, accents or not
         * @example Tokyo
         */
        city: string
        /** @description ISO 3166-1 alpha-2 */
        country?: string
        /** @description Units of the values; `metric` where absent. The units block names them. */
        units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        refresh?: 'if-stale'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The value */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
            }
            conditions: {
              temperature: number | null
              feels_like: number | null
              /** @description Relative */
              humidity: number | null
              /** @description Reduced to mean sea level */
              pressure: number | null
              visibility: number | null
              uv_index: number | null
              wind_speed: number | null
              wind_gust: number | null
              /** @description Where the wind blows from; north is 0 */
              wind_direction: number | null
              cloudiness: number | null
              precipitation: number | null
              /** @description The span the precipitation fell in: negative before valid_at, positive after it */
              precipitation_window_minutes: number | null
              /** @enum {string|null} */
              condition:
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
              intensity: 'light' | 'moderate' | 'heavy' | null
              is_day: boolean | null
              /** Format: date-time */
              sunrise: string | null
              /** Format: date-time */
              sunset: string | null
            }
            /** @description Why the values may be wrong, as far as somebody has looked: unchanged for longer than weather is, farther from the one before than weather goes, or another provider says otherwise */
            flags: ('stands-still' | 'jump' | 'jump-back' | 'disagreement')[]
            /**
             * Format: date-time
             * @description The moment the values describe
             */
            valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            confirmed_at: string
            /** @description Since confirmed_at */
            age_seconds: number
            /** @description Since valid_at */
            valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the city’s value is planned to be refreshed
             * @enum {string}
             */
            freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Older than twice the time in which it is planned to be refreshed */
            stale: boolean
            /** @description The run that stored it */
            run_id: string
            source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                /** @description To be shown wherever the data is */
                text: string
                /** @description Null in the demo */
                url: string | null
                /** @description Null in the demo */
                licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            derived: string[]
            /** @enum {string} */
            served_from: 'cache' | 'database'
            units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              feels_like: string
              /** @example % */
              humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_gust: string
              /** @example ° */
              wind_direction: string
              /** @example % */
              cloudiness: string
              /**
               * @example mm
               * @example in
               */
              precipitation: string
            }
            /** @description The refresh that was waited for in vain */
            refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
          'application/json; profile="original"': {
            current: {
              id: number | null
              city: {
                id: number
                name: string
                country: string
                latitude: number
                longitude: number
                timezone: string
                is_active: boolean | null
                /** Format: date-time */
                created_at: string | null
                /** Format: date-time */
                updated_at: string | null
              }
              temperature: number | null
              feels_like: number | null
              humidity: number | null
              pressure: number | null
              visibility: number | null
              uv_index: number | null
              wind_speed: number | null
              wind_direction: number | null
              weather_condition: string | null
              weather_description: string | null
              weather_icon: string | null
              cloudiness: number | null
              /** Format: date-time */
              sunrise: string | null
              /** Format: date-time */
              sunset: string | null
              /** Format: date-time */
              timestamp: string
              data_source: string
              attribution: string
              stale: boolean
              /** @description True in the demo, whose weather is made up */
              simulated?: boolean
            }
            air_quality: {
              id: number | null
              city: {
                id: number
                name: string
                country: string
                latitude: number
                longitude: number
                timezone: string
                is_active: boolean | null
                /** Format: date-time */
                created_at: string | null
                /** Format: date-time */
                updated_at: string | null
              }
              aqi: number | null
              co: number | null
              no: number | null
              no2: number | null
              o3: number | null
              so2: number | null
              pm2_5: number | null
              pm10: number | null
              nh3: number | null
              /** Format: date-time */
              timestamp: string
              data_source: string
              attribution: string
              stale: boolean
              /** @description True in the demo, whose weather is made up */
              simulated?: boolean
            } | null
            forecast: {
              id: number | null
              city: {
                id: number
                name: string
                country: string
                latitude: number
                longitude: number
                timezone: string
                is_active: boolean | null
                /** Format: date-time */
                created_at: string | null
                /** Format: date-time */
                updated_at: string | null
              }
              /** Format: date-time */
              forecast_date: string
              temperature_min: number | null
              temperature_max: number | null
              temperature_avg: number | null
              humidity: number | null
              pressure: number | null
              wind_speed: number | null
              wind_direction: number | null
              weather_condition: string | null
              weather_description: string | null
              weather_icon: string | null
              cloudiness: number | null
              precipitation_probability: number | null
              precipitation_amount: number | null
              /** Format: date-time */
              created_at: string
              data_source: string
              attribution: string
              stale: boolean
              /** @description True in the demo, whose weather is made up */
              simulated?: boolean
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getForecastByCityId: {
    parameters: {
      query?: {
        /** @description Local days from today on; fewer come where the provider gave fewer */
        days?: number
        /** @description Units of the values; `metric` where absent. The units block names them. */
        units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        refresh?: 'if-stale'
      }
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The value */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
            }
            days: {
              /**
               * Format: date
               * @description Local day of the city
               */
              date: string
              /**
               * Format: date-time
               * @description When that day begins there
               */
              starts_at: string
              /** @description The provider’s steps do not cover the whole day, so extremes may be missed */
              partial: boolean
              temperature_max: number | null
              temperature_min: number | null
              precipitation: number | null
              /** @description From 0 to 1 */
              precipitation_probability: number | null
              wind_speed_max: number | null
              wind_gust_max: number | null
              /** @description The highest of the day */
              uv_index_max: number | null
              /** @enum {string|null} */
              condition:
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
              intensity: 'light' | 'moderate' | 'heavy' | null
              /** Format: date-time */
              sunrise: string | null
              /** Format: date-time */
              sunset: string | null
            }[]
            units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              temperature_max: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              temperature_min: string
              /**
               * @example mm
               * @example in
               */
              precipitation: string
              /** @example 1 */
              precipitation_probability: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_speed_max: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_gust_max: string
            }
            /**
             * Format: date-time
             * @description When the first of the days begins
             */
            valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            confirmed_at: string
            /** @description Since confirmed_at */
            age_seconds: number
            /** @description Since valid_at */
            valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the city’s value is planned to be refreshed
             * @enum {string}
             */
            freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Older than twice the time in which it is planned to be refreshed */
            stale: boolean
            /** @description The run that stored it */
            run_id: string
            source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                /** @description To be shown wherever the data is */
                text: string
                /** @description Null in the demo */
                url: string | null
                /** @description Null in the demo */
                licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            derived: string[]
            /** @enum {string} */
            served_from: 'cache' | 'database'
            /** @description The refresh that was waited for in vain */
            refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
          'application/json; profile="original"': {
            id: number | null
            city: {
              id: number
              name: string
              country: string
              latitude: number
              longitude: number
              timezone: string
              is_active: boolean | null
              /** Format: date-time */
              created_at: string | null
              /** Format: date-time */
              updated_at: string | null
            }
            /** Format: date-time */
            forecast_date: string
            temperature_min: number | null
            temperature_max: number | null
            temperature_avg: number | null
            humidity: number | null
            pressure: number | null
            wind_speed: number | null
            wind_direction: number | null
            weather_condition: string | null
            weather_description: string | null
            weather_icon: string | null
            cloudiness: number | null
            precipitation_probability: number | null
            precipitation_amount: number | null
            /** Format: date-time */
            created_at: string
            data_source: string
            attribution: string
            stale: boolean
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }[]
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getForecast: {
    parameters: {
      query: {
        /**
         * @description Any case, accents or not
         * @example Tokyo
         */
        city: string
        /** @description ISO 3166-1 alpha-2 */
        country?: string
        /** @description Local days from today on; fewer come where the provider gave fewer */
        days?: number
        /** @description Units of the values; `metric` where absent. The units block names them. */
        units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        refresh?: 'if-stale'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The value */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
            }
            days: {
              /**
               * Format: date
               * @description Local day of the city
               */
              date: string
              /**
               * Format: date-time
               * @description When that day begins there
               */
              starts_at: string
              /** @description The provider’s steps do not cover the whole day, so extremes may be missed */
              partial: boolean
              temperature_max: number | null
              temperature_min: number | null
              precipitation: number | null
              /** @description From 0 to 1 */
              precipitation_probability: number | null
              wind_speed_max: number | null
              wind_gust_max: number | null
              /** @description The highest of the day */
              uv_index_max: number | null
              /** @enum {string|null} */
              condition:
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
              intensity: 'light' | 'moderate' | 'heavy' | null
              /** Format: date-time */
              sunrise: string | null
              /** Format: date-time */
              sunset: string | null
            }[]
            units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              temperature_max: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              temperature_min: string
              /**
               * @example mm
               * @example in
               */
              precipitation: string
              /** @example 1 */
              precipitation_probability: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_speed_max: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_gust_max: string
            }
            /**
             * Format: date-time
             * @description When the first of the days begins
             */
            valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            confirmed_at: string
            /** @description Since confirmed_at */
            age_seconds: number
            /** @description Since valid_at */
            valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the city’s value is planned to be refreshed
             * @enum {string}
             */
            freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Older than twice the time in which it is planned to be refreshed */
            stale: boolean
            /** @description The run that stored it */
            run_id: string
            source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                /** @description To be shown wherever the data is */
                text: string
                /** @description Null in the demo */
                url: string | null
                /** @description Null in the demo */
                licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            derived: string[]
            /** @enum {string} */
            served_from: 'cache' | 'database'
            /** @description The refresh that was waited for in vain */
            refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
          'application/json; profile="original"': {
            id: number | null
            city: {
              id: number
              name: string
              country: string
              latitude: number
              longitude: number
              timezone: string
              is_active: boolean | null
              /** Format: date-time */
              created_at: string | null
              /** Format: date-time */
              updated_at: string | null
            }
            /** Format: date-time */
            forecast_date: string
            temperature_min: number | null
            temperature_max: number | null
            temperature_avg: number | null
            humidity: number | null
            pressure: number | null
            wind_speed: number | null
            wind_direction: number | null
            weather_condition: string | null
            weather_description: string | null
            weather_icon: string | null
            cloudiness: number | null
            precipitation_probability: number | null
            precipitation_amount: number | null
            /** Format: date-time */
            created_at: string
            data_source: string
            attribution: string
            stale: boolean
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }[]
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getAirQualityByCityId: {
    parameters: {
      query?: {
        /** @description Units of the values; `metric` where absent. The units block names them. */
        units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        refresh?: 'if-stale'
      }
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The value */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
            }
            air_quality: {
              pm2_5: number | null
              pm10: number | null
              carbon_monoxide: number | null
              nitrogen_dioxide: number | null
              sulphur_dioxide: number | null
              ozone: number | null
              ammonia: number | null
            }
            indices: {
              /** @description European AQI of the EEA, from 0 */
              european_aqi: number | null
              /** @description US AQI of the EPA, from 0 to 500 */
              us_aqi: number | null
              /** @description Band of the US AQI, from 1 to 6 */
              us_epa_band: number | null
              /** @description UK Daily Air Quality Index, from 1 to 10 */
              gb_defra: number | null
              /** @description Scale of OpenWeather, from 1 (good) to 5 (very poor) */
              openweathermap: number | null
            }
            units: {
              /** @example µg/m³ */
              pm2_5: string
              /** @example µg/m³ */
              pm10: string
              /** @example µg/m³ */
              carbon_monoxide: string
              /** @example µg/m³ */
              nitrogen_dioxide: string
              /** @example µg/m³ */
              sulphur_dioxide: string
              /** @example µg/m³ */
              ozone: string
              /** @example µg/m³ */
              ammonia: string
            }
            /**
             * Format: date-time
             * @description The moment the values describe
             */
            valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            confirmed_at: string
            /** @description Since confirmed_at */
            age_seconds: number
            /** @description Since valid_at */
            valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the city’s value is planned to be refreshed
             * @enum {string}
             */
            freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Older than twice the time in which it is planned to be refreshed */
            stale: boolean
            /** @description The run that stored it */
            run_id: string
            source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                /** @description To be shown wherever the data is */
                text: string
                /** @description Null in the demo */
                url: string | null
                /** @description Null in the demo */
                licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            derived: string[]
            /** @enum {string} */
            served_from: 'cache' | 'database'
            /** @description The refresh that was waited for in vain */
            refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
          'application/json; profile="original"': {
            id: number | null
            city: {
              id: number
              name: string
              country: string
              latitude: number
              longitude: number
              timezone: string
              is_active: boolean | null
              /** Format: date-time */
              created_at: string | null
              /** Format: date-time */
              updated_at: string | null
            }
            aqi: number | null
            co: number | null
            no: number | null
            no2: number | null
            o3: number | null
            so2: number | null
            pm2_5: number | null
            pm10: number | null
            nh3: number | null
            /** Format: date-time */
            timestamp: string
            data_source: string
            attribution: string
            stale: boolean
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getAirQuality: {
    parameters: {
      query: {
        /**
         * @description Any case, accents or not
         * @example Tokyo
         */
        city: string
        /** @description ISO 3166-1 alpha-2 */
        country?: string
        /** @description Units of the values; `metric` where absent. The units block names them. */
        units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        compat?: number
        /** @description Starts or joins a refresh of the city where the value is stale, and waits some seconds for it; needs the role operate */
        refresh?: 'if-stale'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The value */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
            }
            air_quality: {
              pm2_5: number | null
              pm10: number | null
              carbon_monoxide: number | null
              nitrogen_dioxide: number | null
              sulphur_dioxide: number | null
              ozone: number | null
              ammonia: number | null
            }
            indices: {
              /** @description European AQI of the EEA, from 0 */
              european_aqi: number | null
              /** @description US AQI of the EPA, from 0 to 500 */
              us_aqi: number | null
              /** @description Band of the US AQI, from 1 to 6 */
              us_epa_band: number | null
              /** @description UK Daily Air Quality Index, from 1 to 10 */
              gb_defra: number | null
              /** @description Scale of OpenWeather, from 1 (good) to 5 (very poor) */
              openweathermap: number | null
            }
            units: {
              /** @example µg/m³ */
              pm2_5: string
              /** @example µg/m³ */
              pm10: string
              /** @example µg/m³ */
              carbon_monoxide: string
              /** @example µg/m³ */
              nitrogen_dioxide: string
              /** @example µg/m³ */
              sulphur_dioxide: string
              /** @example µg/m³ */
              ozone: string
              /** @example µg/m³ */
              ammonia: string
            }
            /**
             * Format: date-time
             * @description The moment the values describe
             */
            valid_at: string
            /**
             * Format: date-time
             * @description When the provider sent them
             */
            fetched_at: string
            /**
             * Format: date-time
             * @description When the provider last said that they still hold
             */
            confirmed_at: string
            /** @description Since confirmed_at */
            age_seconds: number
            /** @description Since valid_at */
            valid_age_seconds: number
            /**
             * @description By age_seconds, measured by how often the city’s value is planned to be refreshed
             * @enum {string}
             */
            freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
            /** @description Older than twice the time in which it is planned to be refreshed */
            stale: boolean
            /** @description The run that stored it */
            run_id: string
            source: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                /** @description To be shown wherever the data is */
                text: string
                /** @description Null in the demo */
                url: string | null
                /** @description Null in the demo */
                licence: string | null
              }
            }
            /**
             * @description Measured, a model’s estimate of the moment, or its earlier prediction
             * @enum {string}
             */
            basis: 'observed' | 'analysis' | 'forecast'
            /** @description Fields computed here from others, not sent by the provider */
            derived: string[]
            /** @enum {string} */
            served_from: 'cache' | 'database'
            /** @description The refresh that was waited for in vain */
            refresh_task_id?: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
          'application/json; profile="original"': {
            id: number | null
            city: {
              id: number
              name: string
              country: string
              latitude: number
              longitude: number
              timezone: string
              is_active: boolean | null
              /** Format: date-time */
              created_at: string | null
              /** Format: date-time */
              updated_at: string | null
            }
            aqi: number | null
            co: number | null
            no: number | null
            no2: number | null
            o3: number | null
            so2: number | null
            pm2_5: number | null
            pm10: number | null
            nh3: number | null
            /** Format: date-time */
            timestamp: string
            data_source: string
            attribution: string
            stale: boolean
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMultiple: {
    parameters: {
      query: {
        /**
         * @description From 1 to 100 names or GeoNames ids, with commas between; two capitals after a name are its country
         * @example London, GB, Tokyo, 2950159
         */
        cities: string
        /** @description Units of the values; `metric` where absent. The units block names them. */
        units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        compat?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The value */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description In the order in which they were asked for */
            cities: {
              city: {
                /** @description GeoNames id */
                id: number
                name: string
                /** @description ISO 3166-1 alpha-2 */
                country: string
                /** @description Degrees north */
                latitude: number
                /** @description Degrees east */
                longitude: number
                /** @description IANA time zone */
                timezone: string
                population: number | null
              }
              conditions: {
                temperature: number | null
                feels_like: number | null
                /** @description Relative */
                humidity: number | null
                /** @description Reduced to mean sea level */
                pressure: number | null
                visibility: number | null
                uv_index: number | null
                wind_speed: number | null
                wind_gust: number | null
                /** @description Where the wind blows from; north is 0 */
                wind_direction: number | null
                cloudiness: number | null
                precipitation: number | null
                /** @description The span the precipitation fell in: negative before valid_at, positive after it */
                precipitation_window_minutes: number | null
                /** @enum {string|null} */
                condition:
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
                intensity: 'light' | 'moderate' | 'heavy' | null
                is_day: boolean | null
                /** Format: date-time */
                sunrise: string | null
                /** Format: date-time */
                sunset: string | null
              }
              /** @description Why the values may be wrong, as far as somebody has looked: unchanged for longer than weather is, farther from the one before than weather goes, or another provider says otherwise */
              flags: ('stands-still' | 'jump' | 'jump-back' | 'disagreement')[]
              /**
               * Format: date-time
               * @description The moment the values describe
               */
              valid_at: string
              /**
               * Format: date-time
               * @description When the provider sent them
               */
              fetched_at: string
              /**
               * Format: date-time
               * @description When the provider last said that they still hold
               */
              confirmed_at: string
              /** @description Since confirmed_at */
              age_seconds: number
              /** @description Since valid_at */
              valid_age_seconds: number
              /**
               * @description By age_seconds, measured by how often the city’s value is planned to be refreshed
               * @enum {string}
               */
              freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
              /** @description Older than twice the time in which it is planned to be refreshed */
              stale: boolean
              /** @description The run that stored it */
              run_id: string
              source: {
                /**
                 * @description In the demo the one that was emulated
                 * @enum {string}
                 */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                name: string
                attribution: {
                  /** @description To be shown wherever the data is */
                  text: string
                  /** @description Null in the demo */
                  url: string | null
                  /** @description Null in the demo */
                  licence: string | null
                }
              }
              /**
               * @description Measured, a model’s estimate of the moment, or its earlier prediction
               * @enum {string}
               */
              basis: 'observed' | 'analysis' | 'forecast'
              /** @description Fields computed here from others, not sent by the provider */
              derived: string[]
              /** @enum {string} */
              served_from: 'cache' | 'database'
            }[]
            units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              feels_like: string
              /** @example % */
              humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_gust: string
              /** @example ° */
              wind_direction: string
              /** @example % */
              cloudiness: string
              /**
               * @example mm
               * @example in
               */
              precipitation: string
            }
            /** @description Not refreshed with success yet */
            without_data: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
            }[]
            unknown: string[]
            ambiguous: {
              name: string
              candidates: {
                /** @description GeoNames id */
                id: number
                name: string
                /** @description ISO 3166-1 alpha-2 */
                country: string
                /** @description Degrees north */
                latitude: number
                /** @description Degrees east */
                longitude: number
                population: number | null
              }[]
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
          'application/json; profile="original"': {
            cities: {
              city: string
              current: {
                id: number | null
                city: {
                  id: number
                  name: string
                  country: string
                  latitude: number
                  longitude: number
                  timezone: string
                  is_active: boolean | null
                  /** Format: date-time */
                  created_at: string | null
                  /** Format: date-time */
                  updated_at: string | null
                }
                temperature: number | null
                feels_like: number | null
                humidity: number | null
                pressure: number | null
                visibility: number | null
                uv_index: number | null
                wind_speed: number | null
                wind_direction: number | null
                weather_condition: string | null
                weather_description: string | null
                weather_icon: string | null
                cloudiness: number | null
                /** Format: date-time */
                sunrise: string | null
                /** Format: date-time */
                sunset: string | null
                /** Format: date-time */
                timestamp: string
                data_source: string
                attribution: string
                stale: boolean
                /** @description True in the demo, whose weather is made up */
                simulated?: boolean
              }
              air_quality: {
                id: number | null
                city: {
                  id: number
                  name: string
                  country: string
                  latitude: number
                  longitude: number
                  timezone: string
                  is_active: boolean | null
                  /** Format: date-time */
                  created_at: string | null
                  /** Format: date-time */
                  updated_at: string | null
                }
                aqi: number | null
                co: number | null
                no: number | null
                no2: number | null
                o3: number | null
                so2: number | null
                pm2_5: number | null
                pm10: number | null
                nh3: number | null
                /** Format: date-time */
                timestamp: string
                data_source: string
                attribution: string
                stale: boolean
                /** @description True in the demo, whose weather is made up */
                simulated?: boolean
              } | null
            }[]
            unknown: string[]
            ambiguous: {
              name: string
              candidates: {
                /** @description GeoNames id */
                id: number
                name: string
                /** @description ISO 3166-1 alpha-2 */
                country: string
                /** @description Degrees north */
                latitude: number
                /** @description Degrees east */
                longitude: number
                population: number | null
              }[]
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCompare: {
    parameters: {
      query: {
        /**
         * @description From 2 to 6 names or GeoNames ids, with commas between; two capitals after a name are its country
         * @example London, GB, Tokyo, 2950159
         */
        cities: string
        /** @description Units of the values; `metric` where absent. The units block names them. */
        units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        compat?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The value */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description In the order in which they were asked for */
            cities: {
              city: {
                /** @description GeoNames id */
                id: number
                name: string
                /** @description ISO 3166-1 alpha-2 */
                country: string
                /** @description Degrees north */
                latitude: number
                /** @description Degrees east */
                longitude: number
                /** @description IANA time zone */
                timezone: string
                population: number | null
              }
              conditions: {
                temperature: number | null
                feels_like: number | null
                /** @description Relative */
                humidity: number | null
                /** @description Reduced to mean sea level */
                pressure: number | null
                visibility: number | null
                uv_index: number | null
                wind_speed: number | null
                wind_gust: number | null
                /** @description Where the wind blows from; north is 0 */
                wind_direction: number | null
                cloudiness: number | null
                precipitation: number | null
                /** @description The span the precipitation fell in: negative before valid_at, positive after it */
                precipitation_window_minutes: number | null
                /** @enum {string|null} */
                condition:
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
                intensity: 'light' | 'moderate' | 'heavy' | null
                is_day: boolean | null
                /** Format: date-time */
                sunrise: string | null
                /** Format: date-time */
                sunset: string | null
              }
              /** @description Why the values may be wrong, as far as somebody has looked: unchanged for longer than weather is, farther from the one before than weather goes, or another provider says otherwise */
              flags: ('stands-still' | 'jump' | 'jump-back' | 'disagreement')[]
              /**
               * Format: date-time
               * @description The moment the values describe
               */
              valid_at: string
              /**
               * Format: date-time
               * @description When the provider sent them
               */
              fetched_at: string
              /**
               * Format: date-time
               * @description When the provider last said that they still hold
               */
              confirmed_at: string
              /** @description Since confirmed_at */
              age_seconds: number
              /** @description Since valid_at */
              valid_age_seconds: number
              /**
               * @description By age_seconds, measured by how often the city’s value is planned to be refreshed
               * @enum {string}
               */
              freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
              /** @description Older than twice the time in which it is planned to be refreshed */
              stale: boolean
              /** @description The run that stored it */
              run_id: string
              source: {
                /**
                 * @description In the demo the one that was emulated
                 * @enum {string}
                 */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                name: string
                attribution: {
                  /** @description To be shown wherever the data is */
                  text: string
                  /** @description Null in the demo */
                  url: string | null
                  /** @description Null in the demo */
                  licence: string | null
                }
              }
              /**
               * @description Measured, a model’s estimate of the moment, or its earlier prediction
               * @enum {string}
               */
              basis: 'observed' | 'analysis' | 'forecast'
              /** @description Fields computed here from others, not sent by the provider */
              derived: string[]
              /** @enum {string} */
              served_from: 'cache' | 'database'
            }[]
            units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              feels_like: string
              /** @example % */
              humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_gust: string
              /** @example ° */
              wind_direction: string
              /** @example % */
              cloudiness: string
              /**
               * @example mm
               * @example in
               */
              precipitation: string
            }
            /** @description One for each pair of cities */
            differences: {
              /** @description Id of a city */
              from: number
              /** @description Id of the city that is compared with it */
              to: number
              /** @description How far `to` is above `from`, in the units of the fields; null where either is not known, or precipitation fell in another span */
              values: {
                temperature: number | null
                feels_like: number | null
                humidity: number | null
                pressure: number | null
                visibility: number | null
                uv_index: number | null
                wind_speed: number | null
                wind_gust: number | null
                /** @description The shorter way round */
                wind_direction: number | null
                cloudiness: number | null
                precipitation: number | null
              }
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
          'application/json; profile="original"': {
            cities: {
              city: string
              current: {
                id: number | null
                city: {
                  id: number
                  name: string
                  country: string
                  latitude: number
                  longitude: number
                  timezone: string
                  is_active: boolean | null
                  /** Format: date-time */
                  created_at: string | null
                  /** Format: date-time */
                  updated_at: string | null
                }
                temperature: number | null
                feels_like: number | null
                humidity: number | null
                pressure: number | null
                visibility: number | null
                uv_index: number | null
                wind_speed: number | null
                wind_direction: number | null
                weather_condition: string | null
                weather_description: string | null
                weather_icon: string | null
                cloudiness: number | null
                /** Format: date-time */
                sunrise: string | null
                /** Format: date-time */
                sunset: string | null
                /** Format: date-time */
                timestamp: string
                data_source: string
                attribution: string
                stale: boolean
                /** @description True in the demo, whose weather is made up */
                simulated?: boolean
              }
              air_quality: {
                id: number | null
                city: {
                  id: number
                  name: string
                  country: string
                  latitude: number
                  longitude: number
                  timezone: string
                  is_active: boolean | null
                  /** Format: date-time */
                  created_at: string | null
                  /** Format: date-time */
                  updated_at: string | null
                }
                aqi: number | null
                co: number | null
                no: number | null
                no2: number | null
                o3: number | null
                so2: number | null
                pm2_5: number | null
                pm10: number | null
                nh3: number | null
                /** Format: date-time */
                timestamp: string
                data_source: string
                attribution: string
                stale: boolean
                /** @description True in the demo, whose weather is made up */
                simulated?: boolean
              } | null
              forecast_summary: {
                avg_temp: number | null
                conditions: (string | null)[]
              }
            }[]
            insights: {
              warmest_city: string | null
              coolest_city: string | null
              temperature_range: number | null
              average_temperature: number | null
            }
            /** Format: date-time */
            comparison_time: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postCitiesAdd: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** @description A place by `geonames_id`, by `name` (and `country`), or by `latitude` and `longitude` (and `country`), which mean the nearest known place; one that no gazetteer has by `name`, `country`, `latitude`, `longitude` and `timezone` */
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description GeoNames id
           * @example 2643743
           */
          geonames_id?: number
          name?: string
          /** @description ISO 3166-1 alpha-2 */
          country?: string
          /** @description Degrees north */
          latitude?: number
          /** @description Degrees east */
          longitude?: number
          /** @description IANA time zone */
          timezone?: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /** @description Whether it is kept fresh */
              is_active: boolean
              /** Format: date-time */
              created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              updated_at: string
              /** @description By hand: where limits are short, its conditions are planned to be no older */
              promised_minutes: number | null
              last_refresh: {
                /**
                 * @description Of the conditions: their age, measured by how often the plan refreshes the city
                 * @enum {string}
                 */
                freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description How often its conditions are planned to be refreshed; beyond twice that it is late */
                planned_period_s: number
                /** Format: date-time */
                conditions_confirmed_at: string | null
                /** Format: date-time */
                forecast_confirmed_at: string | null
                /** Format: date-time */
                air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                outcome_at: string | null
                /** @enum {string|null} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }
            /** @description From the coordinates, where they alone were given */
            distance_km?: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /** @description Whether it is kept fresh */
              is_active: boolean
              /** Format: date-time */
              created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              updated_at: string
              /** @description By hand: where limits are short, its conditions are planned to be no older */
              promised_minutes: number | null
              last_refresh: {
                /**
                 * @description Of the conditions: their age, measured by how often the plan refreshes the city
                 * @enum {string}
                 */
                freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description How often its conditions are planned to be refreshed; beyond twice that it is late */
                planned_period_s: number
                /** Format: date-time */
                conditions_confirmed_at: string | null
                /** Format: date-time */
                forecast_confirmed_at: string | null
                /** Format: date-time */
                air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                outcome_at: string | null
                /** @enum {string|null} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                  | null
              }
            }
            /** @description From the coordinates, where they alone were given */
            distance_km?: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postCitiesByCityIdDeactivate: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /** @description Whether it is kept fresh */
              is_active: boolean
              /** Format: date-time */
              created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              updated_at: string
              /** @description By hand: where limits are short, its conditions are planned to be no older */
              promised_minutes: number | null
              last_refresh: {
                /**
                 * @description Of the conditions: their age, measured by how often the plan refreshes the city
                 * @enum {string}
                 */
                freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description How often its conditions are planned to be refreshed; beyond twice that it is late */
                planned_period_s: number
                /** Format: date-time */
                conditions_confirmed_at: string | null
                /** Format: date-time */
                forecast_confirmed_at: string | null
                /** Format: date-time */
                air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                outcome_at: string | null
                /** @enum {string|null} */
                provider:
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
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postCitiesByCityIdReactivate: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /** @description Whether it is kept fresh */
              is_active: boolean
              /** Format: date-time */
              created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              updated_at: string
              /** @description By hand: where limits are short, its conditions are planned to be no older */
              promised_minutes: number | null
              last_refresh: {
                /**
                 * @description Of the conditions: their age, measured by how often the plan refreshes the city
                 * @enum {string}
                 */
                freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description How often its conditions are planned to be refreshed; beyond twice that it is late */
                planned_period_s: number
                /** Format: date-time */
                conditions_confirmed_at: string | null
                /** Format: date-time */
                forecast_confirmed_at: string | null
                /** Format: date-time */
                air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                outcome_at: string | null
                /** @enum {string|null} */
                provider:
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
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putCitiesByCityIdPromise: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Its conditions are planned to be no older
           * @example 30
           */
          minutes: 15 | 30 | 60 | 120 | 180 | 360 | 720 | 1440
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /** @description Whether it is kept fresh */
              is_active: boolean
              /** Format: date-time */
              created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              updated_at: string
              /** @description By hand: where limits are short, its conditions are planned to be no older */
              promised_minutes: number | null
              last_refresh: {
                /**
                 * @description Of the conditions: their age, measured by how often the plan refreshes the city
                 * @enum {string}
                 */
                freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description How often its conditions are planned to be refreshed; beyond twice that it is late */
                planned_period_s: number
                /** Format: date-time */
                conditions_confirmed_at: string | null
                /** Format: date-time */
                forecast_confirmed_at: string | null
                /** Format: date-time */
                air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                outcome_at: string | null
                /** @enum {string|null} */
                provider:
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
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteCitiesByCityIdPromise: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              /** @description Whether it is kept fresh */
              is_active: boolean
              /** Format: date-time */
              created_at: string
              /**
               * Format: date-time
               * @description When what is said of the city itself changed last
               */
              updated_at: string
              /** @description By hand: where limits are short, its conditions are planned to be no older */
              promised_minutes: number | null
              last_refresh: {
                /**
                 * @description Of the conditions: their age, measured by how often the plan refreshes the city
                 * @enum {string}
                 */
                freshness: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description How often its conditions are planned to be refreshed; beyond twice that it is late */
                planned_period_s: number
                /** Format: date-time */
                conditions_confirmed_at: string | null
                /** Format: date-time */
                forecast_confirmed_at: string | null
                /** Format: date-time */
                air_quality_confirmed_at: string | null
                /** @enum {string|null} */
                outcome: 'ok' | 'partial' | 'failed' | null
                /** Format: date-time */
                outcome_at: string | null
                /** @enum {string|null} */
                provider:
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
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getHistoricalByCityId: {
    parameters: {
      query?: {
        /** @description Local days of the city, today included */
        days?: number
        /** @description Added up by hour, by the city’s day (the default), or each reading */
        interval?: 'hour' | 'day' | 'raw'
        /** @description Units of the values; `metric` where absent. The units block names them. */
        units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        compat?: number
        /** @example 10 */
        limit?: number
        /** @description next_cursor of the page before; the rest of the query stays the same */
        cursor?: string
        /** @description Before what the Accept header says */
        format?: 'json' | 'csv'
      }
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              is_active: boolean
            }
            /** @enum {string} */
            interval: 'hour' | 'day' | 'raw'
            days: number
            /** Format: date-time */
            from: string
            /**
             * Format: date-time
             * @description The moment of the first page
             */
            to: string
            units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              feels_like: string
              /** @example % */
              humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_gust: string
              /** @example ° */
              wind_direction: string
              /** @example % */
              cloudiness: string
              /**
               * @example mm
               * @example in
               */
              precipitation: string
            }
            /** @description By `interval=hour` */
            hourly?: {
              /**
               * Format: date-time
               * @description Where the city’s clock strikes: in zones of half hours at half past of UTC
               */
              starts_at: string
              /**
               * Format: date-time
               * @description The same moment as the city’s clock shows it, with its offset from UTC
               */
              local_time: string
              /** @description Readings */
              samples: number
              temperature: {
                min: number | null
                /** @description Of the readings */
                mean: number | null
                max: number | null
                /** @description Readings that have it */
                samples: number
              }
              humidity: {
                /** @description Of the readings */
                mean: number | null
                /** @description Readings that have it */
                samples: number
              }
              /** @description Null where the readings are deleted: sums do not keep whose they were */
              providers:
                | (
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
            daily?: {
              /**
               * Format: date
               * @description Of the city
               */
              date: string
              /** Format: date-time */
              starts_at: string
              /**
               * Format: date-time
               * @description Where the next day starts
               */
              ends_at: string
              /** @description 23 or 25 where clocks are changed */
              hours: number
              /** @description Readings */
              samples: number
              temperature: {
                min: number | null
                /** @description Of the readings */
                mean: number | null
                max: number | null
                /** @description Readings that have it */
                samples: number
              }
              humidity: {
                /** @description Of the readings */
                mean: number | null
                /** @description Readings that have it */
                samples: number
              }
              /** @description Null where the readings are deleted: sums do not keep whose they were */
              providers:
                | (
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
            readings?: {
              /** Format: date-time */
              valid_at: string
              /**
               * Format: date-time
               * @description The same moment as the city’s clock shows it, with its offset from UTC
               */
              local_time: string
              /** Format: date-time */
              fetched_at: string
              /** Format: date-time */
              confirmed_at: string
              /** @description The run that stored it */
              run_id: string
              /** @enum {string} */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              /** @enum {string} */
              basis: 'observed' | 'analysis' | 'forecast'
              derived: string[]
              conditions: {
                temperature: number | null
                feels_like: number | null
                /** @description Relative */
                humidity: number | null
                /** @description Reduced to mean sea level */
                pressure: number | null
                visibility: number | null
                uv_index: number | null
                wind_speed: number | null
                wind_gust: number | null
                /** @description Where the wind blows from; north is 0 */
                wind_direction: number | null
                cloudiness: number | null
                precipitation: number | null
                /** @description The span the precipitation fell in: negative before valid_at, positive after it */
                precipitation_window_minutes: number | null
                /** @enum {string|null} */
                condition:
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
                intensity: 'light' | 'moderate' | 'heavy' | null
                is_day: boolean | null
                /** Format: date-time */
                sunrise: string | null
                /** Format: date-time */
                sunset: string | null
              }
            }[]
            /** @description Of this page, as far as they are known */
            sources: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                /** @description To be shown wherever the data is */
                text: string
                /** @description Null in the demo */
                url: string | null
                /** @description Null in the demo */
                licence: string | null
              }
            }[]
            kept: {
              /**
               * Format: date-time
               * @description What is older may be deleted already
               */
              since: string
              /** @description Days that single readings are kept */
              reading_days: number
              /** @description Days that hours are kept, of which days are made */
              rollup_days: number
              /** @description Why the answer may lack what was asked for */
              note: string | null
            }
            /** @description Null on the last page */
            next_cursor: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
          'text/csv': string
          'application/json; profile="original"': {
            id: number | null
            city: {
              id: number
              name: string
              country: string
              latitude: number
              longitude: number
              timezone: string
              is_active: boolean | null
              /** Format: date-time */
              created_at: string | null
              /** Format: date-time */
              updated_at: string | null
            }
            temperature: number | null
            feels_like: number | null
            humidity: number | null
            pressure: number | null
            visibility: number | null
            uv_index: number | null
            wind_speed: number | null
            wind_direction: number | null
            weather_condition: string | null
            weather_description: string | null
            weather_icon: string | null
            cloudiness: number | null
            /** Format: date-time */
            sunrise: string | null
            /** Format: date-time */
            sunset: string | null
            /** Format: date-time */
            timestamp: string
            data_source: string
            attribution: string
            stale: boolean
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }[]
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getHistorical: {
    parameters: {
      query: {
        /**
         * @description Any case, accents or not
         * @example Tokyo
         */
        city: string
        /** @description ISO 3166-1 alpha-2 */
        country?: string
        /** @description Local days of the city, today included */
        days?: number
        /** @description Added up by hour, by the city’s day (the default), or each reading */
        interval?: 'hour' | 'day' | 'raw'
        /** @description Units of the values; `metric` where absent. The units block names them. */
        units?: 'metric' | 'imperial' | 'si'
        /** @description 1 gives the names and the shape of the original, as docs/api.md has them */
        compat?: number
        /** @example 10 */
        limit?: number
        /** @description next_cursor of the page before; the rest of the query stays the same */
        cursor?: string
        /** @description Before what the Accept header says */
        format?: 'json' | 'csv'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            city: {
              /** @description GeoNames id */
              id: number
              name: string
              /** @description ISO 3166-1 alpha-2 */
              country: string
              /** @description Degrees north */
              latitude: number
              /** @description Degrees east */
              longitude: number
              /** @description IANA time zone */
              timezone: string
              population: number | null
              is_active: boolean
            }
            /** @enum {string} */
            interval: 'hour' | 'day' | 'raw'
            days: number
            /** Format: date-time */
            from: string
            /**
             * Format: date-time
             * @description The moment of the first page
             */
            to: string
            units: {
              /**
               * @example °C
               * @example °F
               * @example K
               */
              temperature: string
              /**
               * @example °C
               * @example °F
               * @example K
               */
              feels_like: string
              /** @example % */
              humidity: string
              /**
               * @example hPa
               * @example inHg
               * @example Pa
               */
              pressure: string
              /**
               * @example km
               * @example mi
               * @example m
               */
              visibility: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_speed: string
              /**
               * @example km/h
               * @example mph
               * @example m/s
               */
              wind_gust: string
              /** @example ° */
              wind_direction: string
              /** @example % */
              cloudiness: string
              /**
               * @example mm
               * @example in
               */
              precipitation: string
            }
            /** @description By `interval=hour` */
            hourly?: {
              /**
               * Format: date-time
               * @description Where the city’s clock strikes: in zones of half hours at half past of UTC
               */
              starts_at: string
              /**
               * Format: date-time
               * @description The same moment as the city’s clock shows it, with its offset from UTC
               */
              local_time: string
              /** @description Readings */
              samples: number
              temperature: {
                min: number | null
                /** @description Of the readings */
                mean: number | null
                max: number | null
                /** @description Readings that have it */
                samples: number
              }
              humidity: {
                /** @description Of the readings */
                mean: number | null
                /** @description Readings that have it */
                samples: number
              }
              /** @description Null where the readings are deleted: sums do not keep whose they were */
              providers:
                | (
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
            daily?: {
              /**
               * Format: date
               * @description Of the city
               */
              date: string
              /** Format: date-time */
              starts_at: string
              /**
               * Format: date-time
               * @description Where the next day starts
               */
              ends_at: string
              /** @description 23 or 25 where clocks are changed */
              hours: number
              /** @description Readings */
              samples: number
              temperature: {
                min: number | null
                /** @description Of the readings */
                mean: number | null
                max: number | null
                /** @description Readings that have it */
                samples: number
              }
              humidity: {
                /** @description Of the readings */
                mean: number | null
                /** @description Readings that have it */
                samples: number
              }
              /** @description Null where the readings are deleted: sums do not keep whose they were */
              providers:
                | (
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
            readings?: {
              /** Format: date-time */
              valid_at: string
              /**
               * Format: date-time
               * @description The same moment as the city’s clock shows it, with its offset from UTC
               */
              local_time: string
              /** Format: date-time */
              fetched_at: string
              /** Format: date-time */
              confirmed_at: string
              /** @description The run that stored it */
              run_id: string
              /** @enum {string} */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              /** @enum {string} */
              basis: 'observed' | 'analysis' | 'forecast'
              derived: string[]
              conditions: {
                temperature: number | null
                feels_like: number | null
                /** @description Relative */
                humidity: number | null
                /** @description Reduced to mean sea level */
                pressure: number | null
                visibility: number | null
                uv_index: number | null
                wind_speed: number | null
                wind_gust: number | null
                /** @description Where the wind blows from; north is 0 */
                wind_direction: number | null
                cloudiness: number | null
                precipitation: number | null
                /** @description The span the precipitation fell in: negative before valid_at, positive after it */
                precipitation_window_minutes: number | null
                /** @enum {string|null} */
                condition:
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
                intensity: 'light' | 'moderate' | 'heavy' | null
                is_day: boolean | null
                /** Format: date-time */
                sunrise: string | null
                /** Format: date-time */
                sunset: string | null
              }
            }[]
            /** @description Of this page, as far as they are known */
            sources: {
              /**
               * @description In the demo the one that was emulated
               * @enum {string}
               */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                /** @description To be shown wherever the data is */
                text: string
                /** @description Null in the demo */
                url: string | null
                /** @description Null in the demo */
                licence: string | null
              }
            }[]
            kept: {
              /**
               * Format: date-time
               * @description What is older may be deleted already
               */
              since: string
              /** @description Days that single readings are kept */
              reading_days: number
              /** @description Days that hours are kept, of which days are made */
              rollup_days: number
              /** @description Why the answer may lack what was asked for */
              note: string | null
            }
            /** @description Null on the last page */
            next_cursor: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
          'text/csv': string
          'application/json; profile="original"': {
            id: number | null
            city: {
              id: number
              name: string
              country: string
              latitude: number
              longitude: number
              timezone: string
              is_active: boolean | null
              /** Format: date-time */
              created_at: string | null
              /** Format: date-time */
              updated_at: string | null
            }
            temperature: number | null
            feels_like: number | null
            humidity: number | null
            pressure: number | null
            visibility: number | null
            uv_index: number | null
            wind_speed: number | null
            wind_direction: number | null
            weather_condition: string | null
            weather_description: string | null
            weather_icon: string | null
            cloudiness: number | null
            /** Format: date-time */
            sunrise: string | null
            /** Format: date-time */
            sunset: string | null
            /** Format: date-time */
            timestamp: string
            data_source: string
            attribution: string
            stale: boolean
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }[]
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getAnalyticsDashboard: {
    parameters: {
      query?: {
        /** @description Of requests; 24 are computed, as their `period` says */
        hours?: number
        /** @description Of weather; 7 are computed, as their `period` says */
        days?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            api_usage: {
              period: string
              /** @description Reads of cities at this API */
              total_requests: number
              unique_cities: number
              avg_requests_per_hour: number
              hourly_breakdown: {
                /** Format: date-time */
                hour: string
                requests: number
              }[]
              top_cities: {
                /** @description GeoNames id */
                city_id: number
                city: string
                /** @description ISO 3166-1 alpha-2 */
                country: string
                requests: number
              }[]
              /** Format: date-time */
              generated_at: string
            }
            cache_performance: {
              /** @enum {string} */
              cache_backend: 'memory' | 'redis'
              hits: number
              misses: number
              /** @description Hits of all reads, 0 to 1; null where nothing was read */
              hit_rate: number | null
              total_requests_24h: number
              /** @enum {string|null} */
              cache_efficiency: 'Good' | 'Fair' | 'Poor' | null
              by_kind: {
                kind: string
                hits: number
                misses: number
                /** @description Hits of all reads, 0 to 1; null where nothing was read */
                hit_rate: number | null
              }[]
              recommendations: string[]
              /** Format: date-time */
              generated_at: string
              /** @description hit_rate in percent, as in the original; counted, not estimated */
              estimated_hit_rate: number | null
              /** @description The same as hits: counted, not estimated */
              estimated_hits: number
              /** @description The same as misses: counted, not estimated */
              estimated_misses: number
            }
            data_freshness: {
              total_cities: number
              /** @description Active cities by age of their conditions; of a city that a plan refreshes more rarely than every 15 minutes, as many of its own periods count as that many quarters of an hour */
              freshness_breakdown: {
                /** @description Under 15 minutes */
                very_fresh: number
                /** @description Up to 30 minutes */
                fresh: number
                /** @description Up to 2 hours */
                stale: number
                /** @description Up to 6 hours */
                very_stale: number
                /** @description Older, or never refreshed */
                no_data: number
              }
              /** @description 0 to 100 */
              freshness_score: number | null
              /** @enum {string|null} */
              freshness_grade: 'Excellent' | 'Good' | 'Fair' | 'Poor' | 'Critical' | null
              /** @description The stalest cities first */
              city_details: {
                /** @description GeoNames id */
                city_id: number
                city: string
                /** @description ISO 3166-1 alpha-2 */
                country: string
                /** Format: date-time */
                last_update: string | null
                /** @description Since last_update */
                age_minutes: number | null
                /** @enum {string} */
                status: 'very_fresh' | 'fresh' | 'stale' | 'very_stale' | 'no_data'
                /** @description °C */
                temperature: number | null
              }[]
              /** @description Fresher cities that are not listed */
              city_details_omitted: number
              recommendations: string[]
              /** Format: date-time */
              generated_at: string
            }
            weather_trends: {
              period: string
              /** @description Readings */
              total_data_points: number
              overall_stats: {
                /** @description Mean of all readings */
                avg_temperature: number | null
                /** @description Highest reading */
                max_temperature: number | null
                /** @description Lowest reading */
                min_temperature: number | null
                /** @description Mean of all readings, relative */
                avg_humidity: number | null
              }
              /** @description Each city counts in its own date */
              daily_trends: {
                /**
                 * Format: date
                 * @description The city’s own date
                 */
                date: string
                /** @description Mean of all readings */
                avg_temperature: number | null
                /** @description Highest reading */
                max_temperature: number | null
                /** @description Lowest reading */
                min_temperature: number | null
                /** @description Mean of all readings, relative */
                avg_humidity: number | null
                /** @description Readings */
                data_points: number
                cities: number
              }[]
              /** @description Those with the most readings */
              top_cities: {
                /** @description GeoNames id */
                city_id: number
                city: string
                /** @description ISO 3166-1 alpha-2 */
                country: string
                /** @description Mean of all readings */
                avg_temperature: number | null
                /** @description Readings */
                data_points: number
              }[]
              units: {
                /** @example °C */
                temperature: string
                /** @example % */
                humidity: string
              }
              /** Format: date-time */
              generated_at: string
            }
            /** Format: date-time */
            generated_at: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getAnalyticsCitiesByCityId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description GeoNames id */
            city_id: number
            city: string
            /** @description ISO 3166-1 alpha-2 */
            country: string
            /** @description Mean of all readings */
            avg_temperature: number | null
            /** @description Highest reading */
            max_temperature: number | null
            /** @description Lowest reading */
            min_temperature: number | null
            /** @description Mean of all readings, relative */
            avg_humidity: number | null
            /** @description Readings */
            data_points: number
            /**
             * Format: date
             * @description The city’s own date
             */
            from_date: string
            /**
             * Format: date
             * @description The city’s own date
             */
            to_date: string
            /** Format: date-time */
            generated_at: string
            units: {
              /** @example °C */
              temperature: string
              /** @example % */
              humidity: string
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringAudit: {
    parameters: {
      query?: {
        limit?: number
        /** @description next_cursor of the page before */
        cursor?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            events: {
              id: number
              /** Format: date-time */
              at: string
              /** @description As in the answer’s x-request-id, and in the log; null for a command */
              request_id: string | null
              /** @description Name of the token; `loopback` or `unprotected` where none was asked for; of a command `cli:` and the user of its machine */
              caller: string
              /** @description Null where no token was asked for */
              token_id: number | null
              /** @enum {string} */
              role: 'read' | 'operate' | 'admin'
              /** @description IP address the request came from; of a command the name of its machine */
              address: string
              /** @description `CLI` for a command */
              method: string
              /** @description The pattern of the address, or the words of the command */
              route: string
              /** @description The path that was requested, or the words of the command */
              target: string
              /** @description What the body held, or the command was given, as JSON, cut after 400 characters; without secrets, and of addresses the host alone. Null without any */
              fields: string | null
              /** @description Of the answer, or the exit status of a command; null where the process ended before */
              status: number | null
              /** Format: date-time */
              ended_at: string | null
            }[]
            /** @description Null on the last page */
            next_cursor: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCacheStats: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /**
             * @description In memory, each process has its own cache
             * @enum {string}
             */
            cache_backend: 'memory' | 'redis'
            /** @enum {string} */
            status: 'healthy' | 'unhealthy'
            ttl_settings: {
              /** @description How long conditions are served without the database */
              conditions_fresh_seconds: number
              /** @description How long an entry stays in the shared cache, fresh or not */
              keep_seconds: number
              /** @description How long analytics stay in the shared cache */
              analytics_seconds: number
              /** @description How long a process answers from its own memory */
              memory_seconds: number
            }
            /** @description Seconds for which each is served without the database, by the original’s names */
            cache_keys_info: {
              weather_ttl: number
              forecast_ttl: number
              air_quality_ttl: number
            }
            /** @description Of the keys, by the original’s names */
            prefixes: {
              weather: string
              forecast: string
              air_quality: string
            }
            /** @description What the counts cover, the current hour included */
            window_hours: number
            usage: {
              /** @enum {string} */
              kind: 'conditions' | 'city' | 'forecast' | 'air-quality'
              /** @description Of its keys */
              prefix: string
              hits: number
              /** @description Not there, or no longer fresh */
              misses: number
              /** @description Hits of all reads, 0 to 1; null where nothing was read */
              hit_rate: number | null
            }[]
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postCacheClear: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "city": 2643743
         *     }
         */
        'application/json': {
          city?: number | string
          /** @description Every entry of this application */
          clear_all?: boolean
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            /** @description Null where everything was cleared */
            city_id: number | null
            /** @description Entries removed from the cache */
            removed: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getHealth: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            /**
             * @description degraded: weather is served, and something is in the way; unhealthy: nothing can be served
             * @enum {string}
             */
            overall_status: 'healthy' | 'degraded' | 'unhealthy'
            overall_healthy: boolean
            /**
             * Format: date-time
             * @description When this process of the API started
             */
            started_at?: string
            /** @description Temporal's Web UI; null where none is known */
            web_ui?: string | null
            components?: {
              /** @description Whether Temporal answers and every queue has a worker */
              celery: boolean
              /** @description Whether Redis answers; null where REDIS_URL is not set */
              redis: boolean | null
              /** @description Whether it can be read and written */
              database: boolean
              /** @description Whether a provider can be asked; null where the database does not answer */
              weather_apis: boolean | null
            }
            checks?: {
              temporal: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              workers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
                queues: {
                  /** @enum {string} */
                  queue:
                    'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
                  /**
                   * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                   * @enum {string}
                   */
                  status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                  /** @description Null where nothing is wrong */
                  reason: string | null
                }[]
              }
              database: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              redis: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              providers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
            }
            /** @description The provider that is asked first; null where the database does not answer */
            primary_service?: {
              /** @enum {string} */
              service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              status: 'healthy' | 'unhealthy'
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /**
               * Format: date-time
               * @description When a request to it ended last; null where none did in the last 24 hours
               */
              last_check: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Why it cannot be asked; null where it can */
              error: string | null
            } | null
            database?: {
              /**
               * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
               * @enum {string}
               */
              status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
            }
            api_services?: {
              /** @description The provider that is asked first; null where the database does not answer */
              primary_service: {
                /** @enum {string} */
                service:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                name: string
                /**
                 * @description healthy: it can be asked now
                 * @enum {string}
                 */
                status: 'healthy' | 'unhealthy'
                /**
                 * @description Whether there is one; the key itself is never shown
                 * @enum {string}
                 */
                api_key_status: 'set' | 'missing' | 'not_needed'
                /**
                 * Format: date-time
                 * @description When a request to it ended last; null where none did in the last 24 hours
                 */
                last_check: string | null
                /** @description 0 to 1, rate-limited requests left out; null without any */
                success_rate_24h: number | null
                /** @description Why it cannot be asked; null where it can */
                error: string | null
              } | null
              /** @description Those that are asked after it, in order: service_1, service_2, … */
              fallback_services: {
                [key: string]: {
                  /** @enum {string} */
                  service:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  name: string
                  /**
                   * @description healthy: it can be asked now
                   * @enum {string}
                   */
                  status: 'healthy' | 'unhealthy'
                  /**
                   * @description Whether there is one; the key itself is never shown
                   * @enum {string}
                   */
                  api_key_status: 'set' | 'missing' | 'not_needed'
                  /**
                   * Format: date-time
                   * @description When a request to it ended last; null where none did in the last 24 hours
                   */
                  last_check: string | null
                  /** @description 0 to 1, rate-limited requests left out; null without any */
                  success_rate_24h: number | null
                  /** @description Why it cannot be asked; null where it can */
                  error: string | null
                }
              }[]
              /**
               * @description A cache in memory is healthy
               * @enum {string}
               */
              cache_status: 'healthy' | 'unhealthy'
              /** Format: date-time */
              timestamp: string
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            /**
             * @description degraded: weather is served, and something is in the way; unhealthy: nothing can be served
             * @enum {string}
             */
            overall_status: 'healthy' | 'degraded' | 'unhealthy'
            overall_healthy: boolean
            /**
             * Format: date-time
             * @description When this process of the API started
             */
            started_at?: string
            /** @description Temporal's Web UI; null where none is known */
            web_ui?: string | null
            components?: {
              /** @description Whether Temporal answers and every queue has a worker */
              celery: boolean
              /** @description Whether Redis answers; null where REDIS_URL is not set */
              redis: boolean | null
              /** @description Whether it can be read and written */
              database: boolean
              /** @description Whether a provider can be asked; null where the database does not answer */
              weather_apis: boolean | null
            }
            checks?: {
              temporal: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              workers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
                queues: {
                  /** @enum {string} */
                  queue:
                    'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
                  /**
                   * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                   * @enum {string}
                   */
                  status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                  /** @description Null where nothing is wrong */
                  reason: string | null
                }[]
              }
              database: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              redis: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              providers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
            }
            /** @description The provider that is asked first; null where the database does not answer */
            primary_service?: {
              /** @enum {string} */
              service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              status: 'healthy' | 'unhealthy'
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /**
               * Format: date-time
               * @description When a request to it ended last; null where none did in the last 24 hours
               */
              last_check: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Why it cannot be asked; null where it can */
              error: string | null
            } | null
            database?: {
              /**
               * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
               * @enum {string}
               */
              status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
            }
            api_services?: {
              /** @description The provider that is asked first; null where the database does not answer */
              primary_service: {
                /** @enum {string} */
                service:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                name: string
                /**
                 * @description healthy: it can be asked now
                 * @enum {string}
                 */
                status: 'healthy' | 'unhealthy'
                /**
                 * @description Whether there is one; the key itself is never shown
                 * @enum {string}
                 */
                api_key_status: 'set' | 'missing' | 'not_needed'
                /**
                 * Format: date-time
                 * @description When a request to it ended last; null where none did in the last 24 hours
                 */
                last_check: string | null
                /** @description 0 to 1, rate-limited requests left out; null without any */
                success_rate_24h: number | null
                /** @description Why it cannot be asked; null where it can */
                error: string | null
              } | null
              /** @description Those that are asked after it, in order: service_1, service_2, … */
              fallback_services: {
                [key: string]: {
                  /** @enum {string} */
                  service:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  name: string
                  /**
                   * @description healthy: it can be asked now
                   * @enum {string}
                   */
                  status: 'healthy' | 'unhealthy'
                  /**
                   * @description Whether there is one; the key itself is never shown
                   * @enum {string}
                   */
                  api_key_status: 'set' | 'missing' | 'not_needed'
                  /**
                   * Format: date-time
                   * @description When a request to it ended last; null where none did in the last 24 hours
                   */
                  last_check: string | null
                  /** @description 0 to 1, rate-limited requests left out; null without any */
                  success_rate_24h: number | null
                  /** @description Why it cannot be asked; null where it can */
                  error: string | null
                }
              }[]
              /**
               * @description A cache in memory is healthy
               * @enum {string}
               */
              cache_status: 'healthy' | 'unhealthy'
              /** Format: date-time */
              timestamp: string
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringHealth: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            /**
             * @description degraded: weather is served, and something is in the way; unhealthy: nothing can be served
             * @enum {string}
             */
            overall_status: 'healthy' | 'degraded' | 'unhealthy'
            overall_healthy: boolean
            /**
             * Format: date-time
             * @description When this process of the API started
             */
            started_at?: string
            /** @description Temporal's Web UI; null where none is known */
            web_ui?: string | null
            components?: {
              /** @description Whether Temporal answers and every queue has a worker */
              celery: boolean
              /** @description Whether Redis answers; null where REDIS_URL is not set */
              redis: boolean | null
              /** @description Whether it can be read and written */
              database: boolean
              /** @description Whether a provider can be asked; null where the database does not answer */
              weather_apis: boolean | null
            }
            checks?: {
              temporal: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              workers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
                queues: {
                  /** @enum {string} */
                  queue:
                    'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
                  /**
                   * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                   * @enum {string}
                   */
                  status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                  /** @description Null where nothing is wrong */
                  reason: string | null
                }[]
              }
              database: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              redis: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              providers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
            }
            /** @description The provider that is asked first; null where the database does not answer */
            primary_service?: {
              /** @enum {string} */
              service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              status: 'healthy' | 'unhealthy'
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /**
               * Format: date-time
               * @description When a request to it ended last; null where none did in the last 24 hours
               */
              last_check: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Why it cannot be asked; null where it can */
              error: string | null
            } | null
            database?: {
              /**
               * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
               * @enum {string}
               */
              status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
            }
            api_services?: {
              /** @description The provider that is asked first; null where the database does not answer */
              primary_service: {
                /** @enum {string} */
                service:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                name: string
                /**
                 * @description healthy: it can be asked now
                 * @enum {string}
                 */
                status: 'healthy' | 'unhealthy'
                /**
                 * @description Whether there is one; the key itself is never shown
                 * @enum {string}
                 */
                api_key_status: 'set' | 'missing' | 'not_needed'
                /**
                 * Format: date-time
                 * @description When a request to it ended last; null where none did in the last 24 hours
                 */
                last_check: string | null
                /** @description 0 to 1, rate-limited requests left out; null without any */
                success_rate_24h: number | null
                /** @description Why it cannot be asked; null where it can */
                error: string | null
              } | null
              /** @description Those that are asked after it, in order: service_1, service_2, … */
              fallback_services: {
                [key: string]: {
                  /** @enum {string} */
                  service:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  name: string
                  /**
                   * @description healthy: it can be asked now
                   * @enum {string}
                   */
                  status: 'healthy' | 'unhealthy'
                  /**
                   * @description Whether there is one; the key itself is never shown
                   * @enum {string}
                   */
                  api_key_status: 'set' | 'missing' | 'not_needed'
                  /**
                   * Format: date-time
                   * @description When a request to it ended last; null where none did in the last 24 hours
                   */
                  last_check: string | null
                  /** @description 0 to 1, rate-limited requests left out; null without any */
                  success_rate_24h: number | null
                  /** @description Why it cannot be asked; null where it can */
                  error: string | null
                }
              }[]
              /**
               * @description A cache in memory is healthy
               * @enum {string}
               */
              cache_status: 'healthy' | 'unhealthy'
              /** Format: date-time */
              timestamp: string
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            /**
             * @description degraded: weather is served, and something is in the way; unhealthy: nothing can be served
             * @enum {string}
             */
            overall_status: 'healthy' | 'degraded' | 'unhealthy'
            overall_healthy: boolean
            /**
             * Format: date-time
             * @description When this process of the API started
             */
            started_at?: string
            /** @description Temporal's Web UI; null where none is known */
            web_ui?: string | null
            components?: {
              /** @description Whether Temporal answers and every queue has a worker */
              celery: boolean
              /** @description Whether Redis answers; null where REDIS_URL is not set */
              redis: boolean | null
              /** @description Whether it can be read and written */
              database: boolean
              /** @description Whether a provider can be asked; null where the database does not answer */
              weather_apis: boolean | null
            }
            checks?: {
              temporal: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              workers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
                queues: {
                  /** @enum {string} */
                  queue:
                    'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
                  /**
                   * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                   * @enum {string}
                   */
                  status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                  /** @description Null where nothing is wrong */
                  reason: string | null
                }[]
              }
              database: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              redis: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
              providers: {
                /**
                 * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
                 * @enum {string}
                 */
                status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
                /** @description Null where nothing is wrong */
                reason: string | null
                /** @description How long the check took; null where nothing was asked */
                latency_ms: number | null
              }
            }
            /** @description The provider that is asked first; null where the database does not answer */
            primary_service?: {
              /** @enum {string} */
              service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              status: 'healthy' | 'unhealthy'
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /**
               * Format: date-time
               * @description When a request to it ended last; null where none did in the last 24 hours
               */
              last_check: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Why it cannot be asked; null where it can */
              error: string | null
            } | null
            database?: {
              /**
               * @description degraded: in part, or more slowly; unknown: what it depends on does not answer; not_used: this installation does without it
               * @enum {string}
               */
              status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'not_used'
            }
            api_services?: {
              /** @description The provider that is asked first; null where the database does not answer */
              primary_service: {
                /** @enum {string} */
                service:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                name: string
                /**
                 * @description healthy: it can be asked now
                 * @enum {string}
                 */
                status: 'healthy' | 'unhealthy'
                /**
                 * @description Whether there is one; the key itself is never shown
                 * @enum {string}
                 */
                api_key_status: 'set' | 'missing' | 'not_needed'
                /**
                 * Format: date-time
                 * @description When a request to it ended last; null where none did in the last 24 hours
                 */
                last_check: string | null
                /** @description 0 to 1, rate-limited requests left out; null without any */
                success_rate_24h: number | null
                /** @description Why it cannot be asked; null where it can */
                error: string | null
              } | null
              /** @description Those that are asked after it, in order: service_1, service_2, … */
              fallback_services: {
                [key: string]: {
                  /** @enum {string} */
                  service:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  name: string
                  /**
                   * @description healthy: it can be asked now
                   * @enum {string}
                   */
                  status: 'healthy' | 'unhealthy'
                  /**
                   * @description Whether there is one; the key itself is never shown
                   * @enum {string}
                   */
                  api_key_status: 'set' | 'missing' | 'not_needed'
                  /**
                   * Format: date-time
                   * @description When a request to it ended last; null where none did in the last 24 hours
                   */
                  last_check: string | null
                  /** @description 0 to 1, rate-limited requests left out; null without any */
                  success_rate_24h: number | null
                  /** @description Why it cannot be asked; null where it can */
                  error: string | null
                }
              }[]
              /**
               * @description A cache in memory is healthy
               * @enum {string}
               */
              cache_status: 'healthy' | 'unhealthy'
              /** Format: date-time */
              timestamp: string
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringDashboard: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            verdict: {
              /**
               * @description Best first
               * @enum {string}
               */
              level: 'ok' | 'notice' | 'warning' | 'critical'
              /**
               * @description What the sentence is about: of those that hold the first
               * @enum {string}
               */
              rule:
                | 'temporal-away'
                | 'no-worker'
                | 'paused'
                | 'no-cities'
                | 'first-refresh'
                | 'late'
                | 'incident'
                | 'quota'
                | 'fresh'
              /** @description How it stands, for people */
              sentence: string
            }
            freshness: {
              /** Format: date-time */
              as_of: string
              /** @description Active cities */
              total: number
              /** @description Of them, those without weather */
              never: number
              /** @description Whole minutes since the weather of a city was confirmed, and how many cities have that age; without those that never had any. The last one stands for all that are older. Where a plan refreshes a city more rarely than every 15 minutes, as many of its own periods count as that many quarters of an hour */
              by_minute: number[][]
              /** @description Null where no city has weather */
              oldest: {
                city_id: number
                name: string
                /** @description ISO 3166-1 alpha-2 */
                country: string
                /** Format: date-time */
                confirmed_at: string
              } | null
            }
            task_stats: {
              /** @description Runs under way, of schedules and of people; parts of a run are not counted; null where Temporal does not answer */
              active_tasks: number | null
              /** @description Schedules that have a next run; null where Temporal does not answer */
              scheduled_tasks: number | null
              /** @description Steps of runs that wait for a worker; null where Temporal does not answer */
              queued_steps: number | null
              /** @description Empty where Temporal does not answer */
              schedules: {
                /** @enum {string} */
                id:
                  | 'refresh-all-cities'
                  | 'warm-cache-for-popular-cities'
                  | 'monitor-api-quota'
                  | 'generate-weather-analytics'
                  | 'cleanup-old-weather-data'
                paused: boolean
                /** @description Runs of it that are under way */
                running: number
                /**
                 * Format: date-time
                 * @description Null before the first run
                 */
                last_run_at: string | null
                /** @description How it ended; null while it goes, or where that is not known */
                last_run_status: string | null
                /**
                 * Format: date-time
                 * @description Null while it is paused
                 */
                next_run_at: string | null
              }[]
              /** @description Why numbers are null; else null */
              reason: string | null
            }
            weather_stats: {
              /** @description Active cities */
              total_cities: number
              /** @description Readings of conditions, of the last 24 clock hours, the one under way included */
              weather_records_24h: number
              /** @description Of the last 60 minutes */
              weather_records_1h: number
              /** @description Mean of those readings; null where none has a temperature */
              avg_temperature_24h: number | null
              /** @description Active cities by age of their conditions; of a city that a plan refreshes more rarely than every 15 minutes, as many of its own periods count as that many quarters of an hour */
              freshness_breakdown: {
                /** @description Under 15 minutes */
                very_fresh: number
                /** @description Up to 30 minutes */
                fresh: number
                /** @description Up to 2 hours */
                stale: number
                /** @description Up to 6 hours */
                very_stale: number
                /** @description Older, or never refreshed */
                no_data: number
              }
              units: {
                /** @example °C */
                avg_temperature_24h: string
              }
              /** Format: date-time */
              as_of: string
            }
            cache_stats: {
              /**
               * @description In memory, each process has its own cache
               * @enum {string}
               */
              cache_backend: 'memory' | 'redis'
              /** @enum {string} */
              status: 'healthy' | 'unhealthy'
              ttl_settings: {
                /** @description How long conditions are served without the database */
                conditions_fresh_seconds: number
                /** @description How long an entry stays in the shared cache, fresh or not */
                keep_seconds: number
                /** @description How long analytics stay in the shared cache */
                analytics_seconds: number
                /** @description How long a process answers from its own memory */
                memory_seconds: number
              }
              /** @description Hits of all reads, 0 to 1; null where nothing was read */
              hit_rate_24h: number | null
            }
            api_health: {
              /** @description The provider that is asked first; null where the database does not answer */
              primary_service: {
                /** @enum {string} */
                service:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                name: string
                /**
                 * @description healthy: it can be asked now
                 * @enum {string}
                 */
                status: 'healthy' | 'unhealthy'
                /**
                 * @description Whether there is one; the key itself is never shown
                 * @enum {string}
                 */
                api_key_status: 'set' | 'missing' | 'not_needed'
                /**
                 * Format: date-time
                 * @description When a request to it ended last; null where none did in the last 24 hours
                 */
                last_check: string | null
                /** @description 0 to 1, rate-limited requests left out; null without any */
                success_rate_24h: number | null
                /** @description Why it cannot be asked; null where it can */
                error: string | null
              } | null
              /** @description Those that are asked after it, in order: service_1, service_2, … */
              fallback_services: {
                [key: string]: {
                  /** @enum {string} */
                  service:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  name: string
                  /**
                   * @description healthy: it can be asked now
                   * @enum {string}
                   */
                  status: 'healthy' | 'unhealthy'
                  /**
                   * @description Whether there is one; the key itself is never shown
                   * @enum {string}
                   */
                  api_key_status: 'set' | 'missing' | 'not_needed'
                  /**
                   * Format: date-time
                   * @description When a request to it ended last; null where none did in the last 24 hours
                   */
                  last_check: string | null
                  /** @description 0 to 1, rate-limited requests left out; null without any */
                  success_rate_24h: number | null
                  /** @description Why it cannot be asked; null where it can */
                  error: string | null
                }
              }[]
              /**
               * @description A cache in memory is healthy
               * @enum {string}
               */
              cache_status: 'healthy' | 'unhealthy'
              /** Format: date-time */
              timestamp: string
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringQuota: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            /** @enum {string|null} */
            status: 'healthy' | 'warning' | 'critical' | null
            services: {
              /** @enum {string} */
              service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              /** @enum {string} */
              status: 'healthy' | 'warning' | 'critical'
              windows: {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description Null where the window is not limited */
                limit: number | null
                /** @description Weight of requests, charged before they are sent */
                used: number
                /** @description Of the limit, what the plan leaves to people's own requests at the start; remaining includes it */
                reserved: number
                /** @description In the provider's own unit */
                remaining: number | null
                /**
                 * @description local: as we counted; headers, refusal: the provider said otherwise in this window, and we count on from that
                 * @enum {string}
                 */
                source: 'local' | 'headers' | 'refusal'
                /** @description 0 to 1 */
                used_share: number | null
                /** Format: date-time */
                resets_at: string
                /** @enum {string} */
                status: 'healthy' | 'warning' | 'critical'
                /**
                 * Format: date-time
                 * @description When it runs out at the pace of the last hour; null where it lasts
                 */
                exhausted_at: string | null
              }[]
              /** @description In the provider's own unit */
              used_last_hour: number
              cost: {
                /** @description In the provider's own unit */
                weight_24h: number
                /** @description Mean of the last 24 hours; null where none was sent */
                weight_per_request: number | null
                /** @description For one unit of weight; null where none is set, as all below */
                cost_per_request: number | null
                /** @description Of this UTC month */
                money: number | null
                /** @description Of the whole month, if it goes on as in the last 24 hours */
                projected_money: number | null
                monthly_budget: number | null
                /** @description 0 to 1 */
                budget_share: number | null
                /** @enum {string|null} */
                budget_status: 'healthy' | 'warning' | 'critical' | null
              }
              requests_24h: number
              /** @description 0 to 1, rate-limited requests left out */
              success_rate_24h: number | null
              main_failure_24h: string | null
              /** Format: date-time */
              parked_until: string | null
              parked_reason: string | null
              is_key_refused: boolean
              circuits: {
                /** @description The products its requests answer */
                endpoint: string
                /**
                 * @description failing: most requests fail; contract: nothing can be read from its answers
                 * @enum {string}
                 */
                cause: 'failing' | 'contract'
                /** Format: date-time */
                since: string
                /**
                 * Format: date-time
                 * @description From then on one request may try it
                 */
                next_probe_at: string
                reason: string
              }[]
              /** @description Where its count and ours were apart: its key is used elsewhere, or it counts otherwise */
              drifts_24h: {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** Format: date-time */
                at: string
                /** @description In the provider's own unit */
                limit: number
                /** @description What our own count said */
                ledger_left: number
                /** @description What the provider said, which is taken since */
                reported_left: number
                /**
                 * @description headers: of an answer; refusal: it said that a window is used up
                 * @enum {string}
                 */
                source: 'headers' | 'refusal'
                /** @description How often within this window */
                times: number
              }[]
            }[]
            recommendations: string[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringAlerts: {
    parameters: {
      query?: {
        status?: 'active' | 'acknowledged' | 'resolved'
        severity?: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
        limit?: number
        /** @description `next_cursor` of the page before */
        cursor?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description The newest first */
            alerts: {
              id: number
              /** @description What it is about: of each there is one open alert at most */
              key: string
              /** @enum {string} */
              type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              /**
               * @description Least first; critical becomes emergency where it is not acknowledged for 30 minutes
               * @enum {string}
               */
              severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
              /** @enum {string} */
              status: 'active' | 'acknowledged' | 'resolved'
              message: string
              recommendation: string
              /** Format: date-time */
              raised_at: string
              /**
               * Format: date-time
               * @description When its rule was last found to hold
               */
              last_seen_at: string
              /** @description How often its rule was found to hold */
              occurrences: number
              /** Format: date-time */
              escalated_at: string | null
              /** Format: date-time */
              acknowledged_at: string | null
              /** @description Name of the token */
              acknowledged_by: string | null
              /** Format: date-time */
              resolved_at: string | null
              /** @description Name of the token; null where its rule does not hold any more */
              resolved_by: string | null
            }[]
            /** @description Null on the last page */
            next_cursor: number | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postMonitoringAlertsByAlertIdAcknowledge: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 1 */
        alertId: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            id: number
            /** @description What it is about: of each there is one open alert at most */
            key: string
            /** @enum {string} */
            type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
            /**
             * @description Least first; critical becomes emergency where it is not acknowledged for 30 minutes
             * @enum {string}
             */
            severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
            /** @enum {string} */
            status: 'active' | 'acknowledged' | 'resolved'
            message: string
            recommendation: string
            /** Format: date-time */
            raised_at: string
            /**
             * Format: date-time
             * @description When its rule was last found to hold
             */
            last_seen_at: string
            /** @description How often its rule was found to hold */
            occurrences: number
            /** Format: date-time */
            escalated_at: string | null
            /** Format: date-time */
            acknowledged_at: string | null
            /** @description Name of the token */
            acknowledged_by: string | null
            /** Format: date-time */
            resolved_at: string | null
            /** @description Name of the token; null where its rule does not hold any more */
            resolved_by: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postMonitoringAlertsByAlertIdResolve: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 1 */
        alertId: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            id: number
            /** @description What it is about: of each there is one open alert at most */
            key: string
            /** @enum {string} */
            type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
            /**
             * @description Least first; critical becomes emergency where it is not acknowledged for 30 minutes
             * @enum {string}
             */
            severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
            /** @enum {string} */
            status: 'active' | 'acknowledged' | 'resolved'
            message: string
            recommendation: string
            /** Format: date-time */
            raised_at: string
            /**
             * Format: date-time
             * @description When its rule was last found to hold
             */
            last_seen_at: string
            /** @description How often its rule was found to hold */
            occurrences: number
            /** Format: date-time */
            escalated_at: string | null
            /** Format: date-time */
            acknowledged_at: string | null
            /** @description Name of the token */
            acknowledged_by: string | null
            /** Format: date-time */
            resolved_at: string | null
            /** @description Name of the token; null where its rule does not hold any more */
            resolved_by: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getAnalyticsObjectives: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Empty until something was measured */
            objectives: {
              /**
               * @description As in WEATHER247_FRESHNESS_OBJECTIVES
               * @example top:20=20@95
               */
              objective: string
              description: string
              max_age_minutes: number
              target_percent: number
              /** @description It is about, when last measured */
              cities: number
              /** @description Of these, older than they should be at that moment */
              late_cities: number
              /**
               * Format: date-time
               * @description Before every scheduled refresh, and once an hour
               */
              measured_at: string
              spans: {
                /**
                 * @description Up to now
                 * @enum {string}
                 */
                span: 'half_hour' | 'hour' | 'six_hours' | 'day' | 'month'
                minutes: number
                /** @description Of the time of its cities, how much they were in time; null: not measured */
                attained_percent: number | null
                /** @description How many times as fast as the target allows the error budget was spent */
                burn_rate: number | null
                /** @description Of what may be late in the span; below 0 the objective is missed */
                budget_left_percent: number | null
              }[]
            }[]
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getAnalyticsHealthReport: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            /**
             * @description critical: an alert of severity critical holds
             * @enum {string}
             */
            overall_status: 'healthy' | 'warning' | 'critical'
            /** @description Rules that hold with severity error or worse */
            alerts: {
              /** @enum {string} */
              type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              /** @enum {string} */
              severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
              message: string
              recommendation: string
            }[]
            warnings: {
              /** @enum {string} */
              type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              message: string
            }[]
            metrics: {
              cache_reads_24h: number
              /** @description Of those reads; null without any, 0 to 1 */
              cache_hit_rate: number | null
              total_cities: number
              /** @description 0 to 100; null without cities */
              freshness_score: number | null
              /** @description Cities older than 30 minutes; null without cities, 0 to 1 */
              stale_share: number | null
              providers: {
                provider: string
                /** @description Of this clock hour and the one before */
                requests: number
                /** @description Of those; null without any, 0 to 1 */
                error_rate: number | null
                /** @description Mean; null where none was measured */
                response_time_ms: number | null
              }[]
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postAnalyticsHealthCheck: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            /**
             * @description critical: an alert of severity critical holds
             * @enum {string}
             */
            overall_status: 'healthy' | 'warning' | 'critical'
            /** @description Rules that hold with severity error or worse */
            alerts: {
              /** @enum {string} */
              type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              /** @enum {string} */
              severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
              message: string
              recommendation: string
            }[]
            warnings: {
              /** @enum {string} */
              type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              message: string
            }[]
            metrics: {
              cache_reads_24h: number
              /** @description Of those reads; null without any, 0 to 1 */
              cache_hit_rate: number | null
              total_cities: number
              /** @description 0 to 100; null without cities */
              freshness_score: number | null
              /** @description Cities older than 30 minutes; null without cities, 0 to 1 */
              stale_share: number | null
              providers: {
                provider: string
                /** @description Of this clock hour and the one before */
                requests: number
                /** @description Of those; null without any, 0 to 1 */
                error_rate: number | null
                /** @description Mean; null where none was measured */
                response_time_ms: number | null
              }[]
            }
            alerts_raised: number
            alerts_escalated: number
            /** @description Their rules do not hold any more */
            alerts_resolved: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSystemHealth: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            /** @description Half freshness, three tenths providers, two tenths parts, 0 to 100; null where that is not known */
            overall_score: number | null
            /**
             * @description From 95 on Excellent, from 80 Good, from 60 Warning, else Critical
             * @enum {string|null}
             */
            status: 'Excellent' | 'Good' | 'Warning' | 'Critical' | null
            /**
             * @description As GET health has it
             * @enum {string}
             */
            overall_status: 'healthy' | 'degraded' | 'unhealthy'
            scores: {
              /** @description How fresh the weather of the cities is, 0 to 100; null where that is not known */
              freshness: number | null
              /** @description Share of the providers in use that can be asked, 0 to 100; null where that is not known */
              providers: number | null
              /** @description Share of Temporal, workers, database and Redis, where it is used, that are well, 0 to 100; null where that is not known */
              parts: number | null
            }
            /** @description Not resolved */
            active_alerts: number
            open_incidents: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getDashboard: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            providers: {
              /** @description There are adapters for */
              total: number
              /** @description In use */
              active: number
              /** @description Of those in use, can be asked now */
              healthy: number
            }
            /** @description Since midnight UTC */
            usage_today: {
              requests: number
              success: number
              errors: number
              /** @description Null where no cost per request is set */
              cost: number | null
            }
            /** @description Incidents of the last 24 hours in which another provider served */
            failovers_24h: number
            /** @description The 5 that were asked most today */
            top_providers: {
              /** @enum {string} */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              requests: number
              success: number
              errors: number
              /** @description Null where no cost per request is set */
              cost: number | null
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getRealTimeStatus: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** Format: date-time */
            timestamp: string
            /** @description In the order in which they are asked */
            providers: {
              /** @enum {string} */
              service:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              status: 'healthy' | 'unhealthy'
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /**
               * Format: date-time
               * @description When a request to it ended last; null where none did in the last 24 hours
               */
              last_check: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Why it cannot be asked; null where it can */
              error: string | null
            }[]
            /** @description Runs under way; null where Temporal does not answer */
            active_tasks: number | null
            /** @description Incidents that are not over and in which another provider served, the newest 50 */
            active_failovers: {
              /** @description Of the incident */
              id: number
              /** @enum {string} */
              primary_provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              /** @enum {string} */
              reason: 'unreachable' | 'rate-limited' | 'unauthorized' | 'bad-answers' | 'quota'
              /** Format: date-time */
              failed_at: string
              cities_affected: number
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getLatestAlerts: {
    parameters: {
      query?: {
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description The newest first */
            alerts: {
              id: number
              /** @description What it is about: of each there is one open alert at most */
              key: string
              /** @enum {string} */
              type: 'cache' | 'freshness' | 'api_failure' | 'performance' | 'capacity'
              /**
               * @description Least first; critical becomes emergency where it is not acknowledged for 30 minutes
               * @enum {string}
               */
              severity: 'info' | 'warning' | 'error' | 'critical' | 'emergency'
              /** @enum {string} */
              status: 'active' | 'acknowledged' | 'resolved'
              message: string
              recommendation: string
              /** Format: date-time */
              raised_at: string
              /**
               * Format: date-time
               * @description When its rule was last found to hold
               */
              last_seen_at: string
              /** @description How often its rule was found to hold */
              occurrences: number
              /** Format: date-time */
              escalated_at: string | null
              /** Format: date-time */
              acknowledged_at: string | null
              /** @description Name of the token */
              acknowledged_by: string | null
              /** Format: date-time */
              resolved_at: string | null
              /** @description Name of the token; null where its rule does not hold any more */
              resolved_by: string | null
            }[]
            /** @description In the list */
            total: number
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getIncidents: {
    parameters: {
      query?: {
        status?: 'open' | 'recovering' | 'closed'
        provider?:
          'openweathermap' | 'weatherapi' | 'aviation-weather' | 'open-meteo' | 'met-norway' | 'nws'
        /** @description Only those that met this city */
        city_id?: number
        limit?: number
        /** @description `next_cursor` of the page before */
        cursor?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description The newest first */
            incidents: {
              id: number
              /** @enum {string} */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              /**
               * @description Of each provider and cause there is one at a time
               * @enum {string}
               */
              cause: 'unreachable' | 'rate-limited' | 'unauthorized' | 'bad-answers' | 'quota'
              /**
               * @description recovering: the provider serves again, and has not yet done so for 20 minutes
               * @enum {string}
               */
              status: 'open' | 'recovering' | 'closed'
              /**
               * @description Least first. major: a quarter of the cities, or an hour, or a city that no one serves; critical: a tenth of the cities served by no one, or one of them for an hour
               * @enum {string}
               */
              severity: 'minor' | 'major' | 'critical'
              /**
               * @description What it makes of the verdict while all cities are fresh
               * @enum {string}
               */
              level: 'ok' | 'notice' | 'warning' | 'critical'
              /** @description What it was asked for in vain */
              endpoints: ('conditions' | 'forecast' | 'air-quality')[]
              /** Format: date-time */
              started_at: string
              /** Format: date-time */
              last_failure_at: string
              /**
               * Format: date-time
               * @description When it first served again after that
               */
              recovered_at: string | null
              /**
               * Format: date-time
               * @description Null until it is closed; then when it served again
               */
              ended_at: string | null
              /**
               * @description Why it is over
               * @enum {string|null}
               */
              ended: 'served-again' | 'not-asked' | 'person' | null
              /** @description Name of the token, where a person closed it */
              ended_by: string | null
              /** Format: date-time */
              escalated_at: string | null
              /** @description How often it failed again before 20 quiet minutes */
              reopened: number
              /** @description What the first failure said */
              message: string | null
              /** @description Distinct cities, as of judged_at */
              cities_affected: number
              /** @description Those of them whose conditions no one served */
              cities_unserved: number
              /** @description Refreshes of cities, by kind of error */
              errors: {
                [key: string]: number
              }
              /** @description Refreshes of cities, by who served instead; none: not served */
              served_by: {
                [key: string]: number
              }
              /** @description The latest 20 runs that met it */
              run_ids: string[]
              /** Format: date-time */
              judged_at: string
            }[]
            /** @description Null on the last page */
            next_cursor: number | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getIncidentsByIncidentId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 1 */
        incidentId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            id: number
            /** @enum {string} */
            provider:
              | 'openweathermap'
              | 'weatherapi'
              | 'aviation-weather'
              | 'open-meteo'
              | 'met-norway'
              | 'nws'
            /**
             * @description Of each provider and cause there is one at a time
             * @enum {string}
             */
            cause: 'unreachable' | 'rate-limited' | 'unauthorized' | 'bad-answers' | 'quota'
            /**
             * @description recovering: the provider serves again, and has not yet done so for 20 minutes
             * @enum {string}
             */
            status: 'open' | 'recovering' | 'closed'
            /**
             * @description Least first. major: a quarter of the cities, or an hour, or a city that no one serves; critical: a tenth of the cities served by no one, or one of them for an hour
             * @enum {string}
             */
            severity: 'minor' | 'major' | 'critical'
            /**
             * @description What it makes of the verdict while all cities are fresh
             * @enum {string}
             */
            level: 'ok' | 'notice' | 'warning' | 'critical'
            /** @description What it was asked for in vain */
            endpoints: ('conditions' | 'forecast' | 'air-quality')[]
            /** Format: date-time */
            started_at: string
            /** Format: date-time */
            last_failure_at: string
            /**
             * Format: date-time
             * @description When it first served again after that
             */
            recovered_at: string | null
            /**
             * Format: date-time
             * @description Null until it is closed; then when it served again
             */
            ended_at: string | null
            /**
             * @description Why it is over
             * @enum {string|null}
             */
            ended: 'served-again' | 'not-asked' | 'person' | null
            /** @description Name of the token, where a person closed it */
            ended_by: string | null
            /** Format: date-time */
            escalated_at: string | null
            /** @description How often it failed again before 20 quiet minutes */
            reopened: number
            /** @description What the first failure said */
            message: string | null
            /** @description Distinct cities, as of judged_at */
            cities_affected: number
            /** @description Those of them whose conditions no one served */
            cities_unserved: number
            /** @description Refreshes of cities, by kind of error */
            errors: {
              [key: string]: number
            }
            /** @description Refreshes of cities, by who served instead; none: not served */
            served_by: {
              [key: string]: number
            }
            /** @description The latest 20 runs that met it */
            run_ids: string[]
            /** Format: date-time */
            judged_at: string
            /** @description Requests that failed so, in the UTC hours of the incident */
            requests_spent: number
            /** @description What the provider charged for them */
            weight_spent: number
            /** @description The 20 most populous of the cities affected */
            cities: {
              city_id: number
              name: string
              country_code: string
              /** Format: date-time */
              first_at: string
              /** @description At first; null: none */
              served_by: string | null
              /** @description Whether no one served it at any time */
              was_unserved: boolean
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postIncidentsByIncidentIdClose: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 1 */
        incidentId: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            id: number
            /** @enum {string} */
            provider:
              | 'openweathermap'
              | 'weatherapi'
              | 'aviation-weather'
              | 'open-meteo'
              | 'met-norway'
              | 'nws'
            /**
             * @description Of each provider and cause there is one at a time
             * @enum {string}
             */
            cause: 'unreachable' | 'rate-limited' | 'unauthorized' | 'bad-answers' | 'quota'
            /**
             * @description recovering: the provider serves again, and has not yet done so for 20 minutes
             * @enum {string}
             */
            status: 'open' | 'recovering' | 'closed'
            /**
             * @description Least first. major: a quarter of the cities, or an hour, or a city that no one serves; critical: a tenth of the cities served by no one, or one of them for an hour
             * @enum {string}
             */
            severity: 'minor' | 'major' | 'critical'
            /**
             * @description What it makes of the verdict while all cities are fresh
             * @enum {string}
             */
            level: 'ok' | 'notice' | 'warning' | 'critical'
            /** @description What it was asked for in vain */
            endpoints: ('conditions' | 'forecast' | 'air-quality')[]
            /** Format: date-time */
            started_at: string
            /** Format: date-time */
            last_failure_at: string
            /**
             * Format: date-time
             * @description When it first served again after that
             */
            recovered_at: string | null
            /**
             * Format: date-time
             * @description Null until it is closed; then when it served again
             */
            ended_at: string | null
            /**
             * @description Why it is over
             * @enum {string|null}
             */
            ended: 'served-again' | 'not-asked' | 'person' | null
            /** @description Name of the token, where a person closed it */
            ended_by: string | null
            /** Format: date-time */
            escalated_at: string | null
            /** @description How often it failed again before 20 quiet minutes */
            reopened: number
            /** @description What the first failure said */
            message: string | null
            /** @description Distinct cities, as of judged_at */
            cities_affected: number
            /** @description Those of them whose conditions no one served */
            cities_unserved: number
            /** @description Refreshes of cities, by kind of error */
            errors: {
              [key: string]: number
            }
            /** @description Refreshes of cities, by who served instead; none: not served */
            served_by: {
              [key: string]: number
            }
            /** @description The latest 20 runs that met it */
            run_ids: string[]
            /** Format: date-time */
            judged_at: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getFailovers: {
    parameters: {
      query?: {
        days?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description The newest first, 50 at most */
            failover_events: {
              /** @description Of the incident */
              id: number
              /** @enum {string} */
              primary_provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              /** @description Who served most of the cities instead; null where an incident without is resolved */
              fallback_provider: string | null
              /** @description What it was asked for in vain */
              endpoint: string
              /** @enum {string} */
              reason: 'unreachable' | 'rate-limited' | 'unauthorized' | 'bad-answers' | 'quota'
              /** Format: date-time */
              failed_at: string
              /** Format: date-time */
              resolved_at: string | null
              error_details: string | null
            }[]
            period_days: number
            total_events: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postFailoversByIncidentIdResolve: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 1 */
        incidentId: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Of the incident */
            id: number
            /** @enum {string} */
            primary_provider:
              | 'openweathermap'
              | 'weatherapi'
              | 'aviation-weather'
              | 'open-meteo'
              | 'met-norway'
              | 'nws'
            /** @description Who served most of the cities instead; null where an incident without is resolved */
            fallback_provider: string | null
            /** @description What it was asked for in vain */
            endpoint: string
            /** @enum {string} */
            reason: 'unreachable' | 'rate-limited' | 'unauthorized' | 'bad-answers' | 'quota'
            /** Format: date-time */
            failed_at: string
            /** Format: date-time */
            resolved_at: string | null
            error_details: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getThresholds: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            thresholds: {
              id: number
              name: string
              /** @description Named as in the answers with current conditions; severe_weather is 1 for severe words such as thunderstorm, freezing rain or heavy snow, 2 for a danger to life */
              field: string
              /**
               * @description At the value itself it holds
               * @enum {string}
               */
              side: 'above' | 'below'
              /** @description In `unit` */
              value: number
              /**
               * @description What receivers are sent beside it; least first
               * @enum {string}
               */
              severity: 'warning' | 'critical' | 'emergency'
              /** @description The one the field is stored in */
              unit: string | null
              /** @description Null: every city */
              city_id: number | null
              city: string | null
              /** @description In the zone of the city, over midnight where `from` is later than `to` */
              quiet_hours: {
                /** @example 22:00 */
                from: string
                /** @example 22:00 */
                to: string
              } | null
              /** Format: date-time */
              created_at: string
              /** @description Cities for which it holds now */
              cities_holding: number
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postThresholds: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "heat",
         *       "field": "temperature",
         *       "side": "above",
         *       "value": 35
         *     }
         */
        'application/json': {
          /** @description Each name once */
          name: string
          /** @enum {string} */
          field:
            | 'temperature'
            | 'feels_like'
            | 'humidity'
            | 'pressure'
            | 'visibility'
            | 'uv_index'
            | 'wind_speed'
            | 'wind_gust'
            | 'cloudiness'
            | 'precipitation'
            | 'severe_weather'
          /** @enum {string} */
          side: 'above' | 'below'
          value: number
          /** @description Of the value, such as °F; the one the field is stored in where absent */
          unit?: string
          /**
           * @description `warning` where absent
           * @enum {string}
           */
          severity?: 'warning' | 'critical' | 'emergency'
          /**
           * @description Every city where absent
           * @example 2643743
           */
          city_id?: number
          /** @description In the zone of the city, over midnight where `from` is later than `to` */
          quiet_hours?: {
            /** @example 22:00 */
            from: string
            /** @example 22:00 */
            to: string
          }
        }
      }
    }
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            id: number
            name: string
            /** @description Named as in the answers with current conditions; severe_weather is 1 for severe words such as thunderstorm, freezing rain or heavy snow, 2 for a danger to life */
            field: string
            /**
             * @description At the value itself it holds
             * @enum {string}
             */
            side: 'above' | 'below'
            /** @description In `unit` */
            value: number
            /**
             * @description What receivers are sent beside it; least first
             * @enum {string}
             */
            severity: 'warning' | 'critical' | 'emergency'
            /** @description The one the field is stored in */
            unit: string | null
            /** @description Null: every city */
            city_id: number | null
            city: string | null
            /** @description In the zone of the city, over midnight where `from` is later than `to` */
            quiet_hours: {
              /** @example 22:00 */
              from: string
              /** @example 22:00 */
              to: string
            } | null
            /** Format: date-time */
            created_at: string
            /** @description Cities for which it holds now */
            cities_holding: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postThresholdsPresets: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /** @example {} */
        'application/json': {
          /** @description In the zone of the city, over midnight where `from` is later than `to` */
          quiet_hours?: {
            /** @example 22:00 */
            from: string
            /** @example 22:00 */
            to: string
          }
        }
      }
    }
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            thresholds: {
              id: number
              name: string
              /** @description Named as in the answers with current conditions; severe_weather is 1 for severe words such as thunderstorm, freezing rain or heavy snow, 2 for a danger to life */
              field: string
              /**
               * @description At the value itself it holds
               * @enum {string}
               */
              side: 'above' | 'below'
              /** @description In `unit` */
              value: number
              /**
               * @description What receivers are sent beside it; least first
               * @enum {string}
               */
              severity: 'warning' | 'critical' | 'emergency'
              /** @description The one the field is stored in */
              unit: string | null
              /** @description Null: every city */
              city_id: number | null
              city: string | null
              /** @description In the zone of the city, over midnight where `from` is later than `to` */
              quiet_hours: {
                /** @example 22:00 */
                from: string
                /** @example 22:00 */
                to: string
              } | null
              /** Format: date-time */
              created_at: string
              /** @description Cities for which it holds now */
              cities_holding: number
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getThresholdsByThresholdIdCrossings: {
    parameters: {
      query?: {
        /** @description Only those that have not ended */
        status?: 'open'
        limit?: number
      }
      header?: never
      path: {
        /** @example 1 */
        thresholdId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description The newest first */
            crossings: {
              id: number
              city_id: number
              city: string
              /** @description Who gave the value that began it */
              provider: string
              /**
               * Format: date-time
               * @description When that value was valid
               */
              started_at: string
              start_value: number
              /**
               * Format: date-time
               * @description Null in quiet hours, until they are over
               */
              told_at: string | null
              /** Format: date-time */
              ended_at: string | null
              end_value: number | null
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteThresholdsByThresholdId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 1 */
        thresholdId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            id: number
            name: string
            /** @description Named as in the answers with current conditions; severe_weather is 1 for severe words such as thunderstorm, freezing rain or heavy snow, 2 for a danger to life */
            field: string
            /**
             * @description At the value itself it holds
             * @enum {string}
             */
            side: 'above' | 'below'
            /** @description In `unit` */
            value: number
            /**
             * @description What receivers are sent beside it; least first
             * @enum {string}
             */
            severity: 'warning' | 'critical' | 'emergency'
            /** @description The one the field is stored in */
            unit: string | null
            /** @description Null: every city */
            city_id: number | null
            city: string | null
            /** @description In the zone of the city, over midnight where `from` is later than `to` */
            quiet_hours: {
              /** @example 22:00 */
              from: string
              /** @example 22:00 */
              to: string
            } | null
            /** Format: date-time */
            created_at: string
            /** @description Cities for which it holds now */
            cities_holding: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getWebhooks: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            webhooks: {
              id: number
              name: string
              /** @description May hold a token of the receiver */
              url: string
              /** @description What it is notified of */
              types: (
                | 'incident.opened'
                | 'incident.escalated'
                | 'incident.closed'
                | 'alert.raised'
                | 'alert.escalated'
                | 'alert.resolved'
                | 'threshold.started'
                | 'threshold.ended'
                | 'webhook.test'
              )[]
              /** @description False once its receiver has answered 410 */
              active: boolean
              /** Format: date-time */
              created_at: string
              /** @description Deliveries that wait */
              pending: number
              /** @description Of the receiver, such as HTTP 204 */
              last_answer: string | null
              /** Format: date-time */
              last_answer_at: string | null
              /** Format: date-time */
              last_delivered_at: string | null
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postWebhooks: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "on-call",
         *       "url": "https://hooks.example.org/weather"
         *     }
         */
        'application/json': {
          /** @description Each name once */
          name: string
          /** @description https, in the internet: addresses of private networks are refused */
          url: string
          /** @description All where absent */
          types?: (
            | 'incident.opened'
            | 'incident.escalated'
            | 'incident.closed'
            | 'alert.raised'
            | 'alert.escalated'
            | 'alert.resolved'
            | 'threshold.started'
            | 'threshold.ended'
          )[]
        }
      }
    }
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            id: number
            name: string
            /** @description May hold a token of the receiver */
            url: string
            /** @description What it is notified of */
            types: (
              | 'incident.opened'
              | 'incident.escalated'
              | 'incident.closed'
              | 'alert.raised'
              | 'alert.escalated'
              | 'alert.resolved'
              | 'threshold.started'
              | 'threshold.ended'
              | 'webhook.test'
            )[]
            /** @description False once its receiver has answered 410 */
            active: boolean
            /** Format: date-time */
            created_at: string
            /** @description Deliveries that wait */
            pending: number
            /** @description Of the receiver, such as HTTP 204 */
            last_answer: string | null
            /** Format: date-time */
            last_answer_at: string | null
            /** Format: date-time */
            last_delivered_at: string | null
            /** @description Signs every delivery; shown this once. In the form of Standard Webhooks */
            secret: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postWebhooksByWebhookIdTest: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 1 */
        webhookId: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            id: number
            name: string
            /** @description May hold a token of the receiver */
            url: string
            /** @description What it is notified of */
            types: (
              | 'incident.opened'
              | 'incident.escalated'
              | 'incident.closed'
              | 'alert.raised'
              | 'alert.escalated'
              | 'alert.resolved'
              | 'threshold.started'
              | 'threshold.ended'
              | 'webhook.test'
            )[]
            /** @description False once its receiver has answered 410 */
            active: boolean
            /** Format: date-time */
            created_at: string
            /** @description Deliveries that wait */
            pending: number
            /** @description Of the receiver, such as HTTP 204 */
            last_answer: string | null
            /** Format: date-time */
            last_answer_at: string | null
            /** Format: date-time */
            last_delivered_at: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getWebhooksByWebhookIdDeliveries: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 1 */
        webhookId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description The newest first, 100 at most */
            deliveries: {
              /** @description The header webhook-id, the same at every try */
              message_id: string
              /** @enum {string} */
              type:
                | 'incident.opened'
                | 'incident.escalated'
                | 'incident.closed'
                | 'alert.raised'
                | 'alert.escalated'
                | 'alert.resolved'
                | 'threshold.started'
                | 'threshold.ended'
                | 'webhook.test'
              /** @description The same from the beginning of something to its end */
              subject: string
              /** @enum {string} */
              status: 'pending' | 'delivered' | 'given-up'
              /** Format: date-time */
              created_at: string
              attempts: number
              last_answer: string | null
              /**
               * Format: date-time
               * @description When it was delivered or given up
               */
              ended_at: string | null
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteWebhooksByWebhookId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 1 */
        webhookId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            id: number
            name: string
            /** @description May hold a token of the receiver */
            url: string
            /** @description What it is notified of */
            types: (
              | 'incident.opened'
              | 'incident.escalated'
              | 'incident.closed'
              | 'alert.raised'
              | 'alert.escalated'
              | 'alert.resolved'
              | 'threshold.started'
              | 'threshold.ended'
              | 'webhook.test'
            )[]
            /** @description False once its receiver has answered 410 */
            active: boolean
            /** Format: date-time */
            created_at: string
            /** @description Deliveries that wait */
            pending: number
            /** @description Of the receiver, such as HTTP 204 */
            last_answer: string | null
            /** Format: date-time */
            last_answer_at: string | null
            /** Format: date-time */
            last_delivered_at: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getProviders: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Those in use first, in their order */
            providers: {
              /** @enum {string} */
              id:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                text: string
                /** Format: uri */
                url: string
                licence: string
              }
              /** @description Whether its free plan may be used commercially */
              commercial_use: string
              products: ('conditions' | 'forecast' | 'air-quality')[]
              /** @description ISO 3166-1 alpha-2 codes it serves; null: the whole world */
              countries: string[] | null
              /** @description 1 is asked first; null where it is not in use */
              order: number | null
              /** @description The lowest is asked first */
              priority: number
              /** @description Whether it is in use */
              is_active: boolean
              /** @description Whether it is asked first */
              is_primary: boolean
              /** @description What keeps it from being used, whatever is changed here */
              not_usable_reason: string | null
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /** @description Empty where it is not limited */
              limits: {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description In the unit the provider counts in */
                limit: number
                /**
                 * @description fixed: turns with the clock; sliding: what ends now
                 * @enum {string}
                 */
                kind: 'fixed' | 'sliding'
                /** @description In which days and months turn */
                time_zone: string
                /** @description At which days and months turn there */
                reset_hour: number
                /** @description Of the month, at which months turn */
                reset_day: number
                /** @description What the plan leaves to people's own requests at the start of the window */
                reserved: number
                /** @description Where the limit is published, or who set it */
                source: string
                /**
                 * Format: date
                 * @description When it was read there, or set
                 */
                as_of: string
              }[]
              /** @description Requests at a time by each process; 1: by all together */
              max_in_flight: number
              /** @description Between the starts of two requests */
              spacing_ms: number
              places_per_request: number
              /** @description In the currency of your own plan */
              cost_per_request: number | null
              /** @description In the currency of your own plan */
              monthly_budget: number | null
              /** @description Since the UTC month began; null without a cost per request */
              month_cost: {
                /** @description In the currency of your own plan */
                spent: number
                /** @description In the currency of your own plan */
                budget: number | null
                /** @description 0 to 1 */
                spent_share: number | null
                /**
                 * @description warning from 75 % of the budget on, critical from 90 % on
                 * @enum {string}
                 */
                status: 'healthy' | 'warning' | 'critical'
              } | null
              /**
               * Format: date-time
               * @description When it was changed at run time
               */
              changed_at: string | null
              changed_by: string | null
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              health_status: 'healthy' | 'unhealthy'
              /** @description Why it cannot be asked; null where it can */
              health_reason: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Requests without an answer, rate-limited left out */
              error_count_24h: number
              /** @description What most of them failed with */
              main_failure_24h: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_success_at: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_failure_at: string | null
              /** @description Weight since 00:00 UTC */
              used_today: number
              /**
               * Format: date-time
               * @description No request is sent before
               */
              parked_until: string | null
              parked_reason: string | null
              /** @description Nothing is sent until its key is changed, or works in a test */
              is_key_refused: boolean
              /** @description What keeps endpoints of it from being asked */
              circuits: {
                /** @description The products its requests answer */
                endpoint: string
                /**
                 * @description failing: most requests fail; contract: nothing can be read from its answers
                 * @enum {string}
                 */
                cause: 'failing' | 'contract'
                /** Format: date-time */
                since: string
                /**
                 * Format: date-time
                 * @description From then on one request may try it
                 */
                next_probe_at: string
                reason: string
              }[]
            }[]
            /** @description When a provider counts as healthy */
            health_rule: string
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postProviders: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "met-norway",
         *       "priority": 20
         *     }
         */
        'application/json': {
          /**
           * @description Which of the providers there are adapters for
           * @enum {string}
           */
          name:
            | 'openweathermap'
            | 'weatherapi'
            | 'aviation-weather'
            | 'open-meteo'
            | 'met-norway'
            | 'nws'
          /** @description Whether it is in use */
          is_active?: boolean
          /** @description The lowest is asked first; null as the settings say */
          priority?: number | null
          /** @description Each window once; empty is no limit. Null takes these and the three below back */
          limits?:
            | {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description Weight per window */
                limit: number
                /** @enum {string} */
                kind?: 'fixed' | 'sliding'
                /** @example UTC */
                time_zone?: string
                reset_hour?: number
                reset_day?: number
              }[]
            | null
          /** @description By each process; 1: by all together */
          max_in_flight?: number
          spacing_ms?: number
          places_per_request?: number
          /** @description For one unit of weight, in the currency of your plan */
          cost_per_request?: number | null
          /** @description Warned of at 75 % and 90 % */
          monthly_budget?: number | null
        }
      }
    }
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            provider: {
              /** @enum {string} */
              id:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                text: string
                /** Format: uri */
                url: string
                licence: string
              }
              /** @description Whether its free plan may be used commercially */
              commercial_use: string
              products: ('conditions' | 'forecast' | 'air-quality')[]
              /** @description ISO 3166-1 alpha-2 codes it serves; null: the whole world */
              countries: string[] | null
              /** @description 1 is asked first; null where it is not in use */
              order: number | null
              /** @description The lowest is asked first */
              priority: number
              /** @description Whether it is in use */
              is_active: boolean
              /** @description Whether it is asked first */
              is_primary: boolean
              /** @description What keeps it from being used, whatever is changed here */
              not_usable_reason: string | null
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /** @description Empty where it is not limited */
              limits: {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description In the unit the provider counts in */
                limit: number
                /**
                 * @description fixed: turns with the clock; sliding: what ends now
                 * @enum {string}
                 */
                kind: 'fixed' | 'sliding'
                /** @description In which days and months turn */
                time_zone: string
                /** @description At which days and months turn there */
                reset_hour: number
                /** @description Of the month, at which months turn */
                reset_day: number
                /** @description What the plan leaves to people's own requests at the start of the window */
                reserved: number
                /** @description Where the limit is published, or who set it */
                source: string
                /**
                 * Format: date
                 * @description When it was read there, or set
                 */
                as_of: string
              }[]
              /** @description Requests at a time by each process; 1: by all together */
              max_in_flight: number
              /** @description Between the starts of two requests */
              spacing_ms: number
              places_per_request: number
              /** @description In the currency of your own plan */
              cost_per_request: number | null
              /** @description In the currency of your own plan */
              monthly_budget: number | null
              /** @description Since the UTC month began; null without a cost per request */
              month_cost: {
                /** @description In the currency of your own plan */
                spent: number
                /** @description In the currency of your own plan */
                budget: number | null
                /** @description 0 to 1 */
                spent_share: number | null
                /**
                 * @description warning from 75 % of the budget on, critical from 90 % on
                 * @enum {string}
                 */
                status: 'healthy' | 'warning' | 'critical'
              } | null
              /**
               * Format: date-time
               * @description When it was changed at run time
               */
              changed_at: string | null
              changed_by: string | null
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              health_status: 'healthy' | 'unhealthy'
              /** @description Why it cannot be asked; null where it can */
              health_reason: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Requests without an answer, rate-limited left out */
              error_count_24h: number
              /** @description What most of them failed with */
              main_failure_24h: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_success_at: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_failure_at: string | null
              /** @description Weight since 00:00 UTC */
              used_today: number
              /**
               * Format: date-time
               * @description No request is sent before
               */
              parked_until: string | null
              parked_reason: string | null
              /** @description Nothing is sent until its key is changed, or works in a test */
              is_key_refused: boolean
              /** @description What keeps endpoints of it from being asked */
              circuits: {
                /** @description The products its requests answer */
                endpoint: string
                /**
                 * @description failing: most requests fail; contract: nothing can be read from its answers
                 * @enum {string}
                 */
                cause: 'failing' | 'contract'
                /** Format: date-time */
                since: string
                /**
                 * Format: date-time
                 * @description From then on one request may try it
                 */
                next_probe_at: string
                reason: string
              }[]
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getProvidersByProviderIdStats: {
    parameters: {
      query?: {
        /** @description UTC days, today included */
        days?: number
      }
      header?: never
      path: {
        /** @example open-meteo */
        providerId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            provider:
              | 'openweathermap'
              | 'weatherapi'
              | 'aviation-weather'
              | 'open-meteo'
              | 'met-norway'
              | 'nws'
            name: string
            period: {
              /**
               * Format: date
               * @description UTC
               */
              start_date: string
              /**
               * Format: date
               * @description UTC
               */
              end_date: string
              days: number
            }
            usage: {
              total_requests: number
              total_success: number
              /** @description Rate-limited requests included */
              total_errors: number
              /** @description 0 to 1; null without requests */
              success_rate: number | null
              /** @description In the unit the provider counts in */
              total_weight: number
              /** @description Weight times its cost; null where that is not set */
              total_cost: number | null
              /** @description Null where none was measured */
              avg_response_time_ms: number | null
              /** @description Null where none was measured */
              max_response_time_ms: number | null
              /** @description In seconds, for clients of the original; null as above */
              avg_response_time: number | null
              /** @description In seconds, for clients of the original; null as above */
              max_response_time: number | null
            }
            /** @description Days without a request are left out */
            daily_usage: {
              /**
               * Format: date
               * @description UTC
               */
              date: string
              total_requests: number
              total_success: number
              /** @description Rate-limited requests included */
              total_errors: number
              /** @description 0 to 1; null without requests */
              success_rate: number | null
              /** @description In the unit the provider counts in */
              total_weight: number
              /** @description Weight times its cost; null where that is not set */
              total_cost: number | null
              /** @description Null where none was measured */
              avg_response_time_ms: number | null
              /** @description Null where none was measured */
              max_response_time_ms: number | null
              /** @description In seconds, for clients of the original; null as above */
              avg_response_time: number | null
              /** @description In seconds, for clients of the original; null as above */
              max_response_time: number | null
            }[]
            /** @description Of the whole period */
            endpoints: {
              /** @description The products its requests answer; all: counted before they were distinguished; places: its gazetteer */
              endpoint: string
              total_requests: number
              total_success: number
              /** @description Rate-limited requests included */
              total_errors: number
              /** @description 0 to 1; null without requests */
              success_rate: number | null
              /** @description In the unit the provider counts in */
              total_weight: number
              /** @description Weight times its cost; null where that is not set */
              total_cost: number | null
              /** @description Null where none was measured */
              avg_response_time_ms: number | null
              /** @description Null where none was measured */
              max_response_time_ms: number | null
              /** @description In seconds, for clients of the original; null as above */
              avg_response_time: number | null
              /** @description In seconds, for clients of the original; null as above */
              max_response_time: number | null
              /** @description By kind */
              errors: {
                /** @enum {string} */
                kind:
                  | 'timeout'
                  | 'network'
                  | 'unauthorized'
                  | 'not-found'
                  | 'rate-limited'
                  | 'unavailable'
                  | 'rejected'
                  | 'not-json'
                  | 'schema-mismatch'
                  | 'place-missing'
                  | 'not-covered'
                  | 'out-of-range'
                  | 'from-the-future'
                  | 'stale'
                  | 'place-unavailable'
                  | 'not-stored'
                  | 'quota-exhausted'
                  | 'queue-full'
                  | 'circuit-open'
                  | 'quarantined'
                  | 'parked'
                requests: number
              }[]
            }[]
            /** @description Incidents that lasted in the period and in which another provider served */
            failover_events: number
            /**
             * @description healthy: it can be asked now
             * @enum {string}
             */
            health_status: 'healthy' | 'unhealthy'
            health_reason: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getProvidersUsage: {
    parameters: {
      query?: {
        /**
         * @description UTC hours, the one under way included
         * @example 24
         */
        hours?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            hours: number
            /** Format: date-time */
            since: string
            /** @description Those that were sent a request in these hours */
            providers: {
              /** @enum {string} */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              /** @description The oldest first; all of them */
              hours: {
                /** Format: date-time */
                hour: string
                requests: number
                /** @description Of them, without an answer; rate-limited included */
                failed: number
                /** @description In the unit the provider counts in */
                weight: number
                /** @description What most of those failed with */
                main_failure: string | null
              }[]
            }[]
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringQueues: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            queues: {
              /** @enum {string} */
              queue:
                'weather_refresh' | 'maintenance' | 'cache_warming' | 'monitoring' | 'analytics'
              /** @description Processes that took tasks of it in the last 90 s, by the names they give */
              workers: string[]
              /** @description Steps that wait for a worker, as Temporal estimates */
              waiting: number
              /** @description Null where none waits */
              oldest_wait_seconds: number | null
            }[]
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringPlan: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            report: {
              /** @description What it gives, for people */
              sentence: string
              /** @description False where the limits carry everything that is due */
              is_short: boolean
              cities: number
              /** @description Of all products as requests meet it */
              mean_age: number | null
              products: {
                /** @enum {string} */
                product: 'conditions' | 'forecast' | 'air-quality'
                /** @description Cities */
                items: number
                /** @description As requests meet it */
                mean_age: number | null
                /** @description Between two calls */
                longest_gap: number | null
              }[]
              /** @description Conditions of the most requested cities, and of the others */
              tiers: {
                name: string
                /** @description Cities */
                items: number
                /** @description As requests meet it */
                mean_age: number | null
                /** @description Between two calls */
                longest_gap: number | null
              }[]
              providers: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                is_usable: boolean
                /** @description Of the next refresh */
                calls_now: number
                /** @description Of a day on which nothing is used yet */
                calls_per_day: number
                /** @description What its limits carry; null where they set none */
                most_per_day: number | null
              }[]
              /** @description Asked beside the plan, at their place in the order, or left out, as from commercial use */
              not_planned: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /** @description False where it is left out */
                is_in_use: boolean
                reason: string
              }[]
              /** @description Cities of which not everything was ever fetched: that goes before the promises of others, which may be kept later until then */
              never_fetched: number
              /** @description In the order in which they count */
              promises: {
                /** @description Whom it is promised to */
                name: string
                promised_minutes: number
                /** @description Longer where the limits do not carry it */
                kept_minutes: number
                /** @description That are meant */
                cities: number
                /** @description Of them, those for which it is kept */
                held: number
                /** @description Of the conditions of all other cities */
                others_mean_age: number | null
                /** @description The same without the promise; null for what is promised to every city */
                others_mean_age_without: number | null
              }[]
              /** @description How many cities could be held at 15 minutes, every other one promised a day */
              held_at_15_minutes: number
              /** @description Of all products, if nothing were promised */
              mean_age_without_promises: number | null
              /** @description The mean age with a key of another provider */
              with_one_more: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /** @description In minutes; null where no one serves it */
                mean_age: number | null
              }[]
            } | null
            /** @description Why there is no report; else null */
            reason: string | null
            /**
             * Format: date-time
             * @description When it was made: it is kept for minutes
             */
            as_of: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringSettings: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Of the process that answers, in the order of docs/settings.md */
            settings: {
              /** @example WEATHER247_ALLOWED_HOSTS */
              name: string
              /**
               * @description file: of the file that `<NAME>_FILE` names
               * @enum {string}
               */
              origin: 'environment' | 'file' | 'default' | 'not-set'
              /** @description Null where there is none, and of every secret */
              value: string | null
              is_secret: boolean
              description: string
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringTokens: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description The newest first; the tokens themselves are known to no one but their holders */
            tokens: {
              id: number
              name: string
              /** @enum {string} */
              role: 'read' | 'operate' | 'admin'
              /** Format: date-time */
              created_at: string
              /**
               * Format: date-time
               * @description Null where it does not
               */
              expires_at: string | null
              /**
               * Format: date-time
               * @description To the minute; null where it never was
               */
              last_used_at: string | null
              /** Format: date-time */
              revoked_at: string | null
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postProvidersCreate: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "met-norway",
         *       "priority": 20
         *     }
         */
        'application/json': {
          /**
           * @description Which of the providers there are adapters for
           * @enum {string}
           */
          name:
            | 'openweathermap'
            | 'weatherapi'
            | 'aviation-weather'
            | 'open-meteo'
            | 'met-norway'
            | 'nws'
          /** @description Whether it is in use */
          is_active?: boolean
          /** @description The lowest is asked first; null as the settings say */
          priority?: number | null
          /** @description Each window once; empty is no limit. Null takes these and the three below back */
          limits?:
            | {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description Weight per window */
                limit: number
                /** @enum {string} */
                kind?: 'fixed' | 'sliding'
                /** @example UTC */
                time_zone?: string
                reset_hour?: number
                reset_day?: number
              }[]
            | null
          /** @description By each process; 1: by all together */
          max_in_flight?: number
          spacing_ms?: number
          places_per_request?: number
          /** @description For one unit of weight, in the currency of your plan */
          cost_per_request?: number | null
          /** @description Warned of at 75 % and 90 % */
          monthly_budget?: number | null
        }
      }
    }
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            provider: {
              /** @enum {string} */
              id:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                text: string
                /** Format: uri */
                url: string
                licence: string
              }
              /** @description Whether its free plan may be used commercially */
              commercial_use: string
              products: ('conditions' | 'forecast' | 'air-quality')[]
              /** @description ISO 3166-1 alpha-2 codes it serves; null: the whole world */
              countries: string[] | null
              /** @description 1 is asked first; null where it is not in use */
              order: number | null
              /** @description The lowest is asked first */
              priority: number
              /** @description Whether it is in use */
              is_active: boolean
              /** @description Whether it is asked first */
              is_primary: boolean
              /** @description What keeps it from being used, whatever is changed here */
              not_usable_reason: string | null
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /** @description Empty where it is not limited */
              limits: {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description In the unit the provider counts in */
                limit: number
                /**
                 * @description fixed: turns with the clock; sliding: what ends now
                 * @enum {string}
                 */
                kind: 'fixed' | 'sliding'
                /** @description In which days and months turn */
                time_zone: string
                /** @description At which days and months turn there */
                reset_hour: number
                /** @description Of the month, at which months turn */
                reset_day: number
                /** @description What the plan leaves to people's own requests at the start of the window */
                reserved: number
                /** @description Where the limit is published, or who set it */
                source: string
                /**
                 * Format: date
                 * @description When it was read there, or set
                 */
                as_of: string
              }[]
              /** @description Requests at a time by each process; 1: by all together */
              max_in_flight: number
              /** @description Between the starts of two requests */
              spacing_ms: number
              places_per_request: number
              /** @description In the currency of your own plan */
              cost_per_request: number | null
              /** @description In the currency of your own plan */
              monthly_budget: number | null
              /** @description Since the UTC month began; null without a cost per request */
              month_cost: {
                /** @description In the currency of your own plan */
                spent: number
                /** @description In the currency of your own plan */
                budget: number | null
                /** @description 0 to 1 */
                spent_share: number | null
                /**
                 * @description warning from 75 % of the budget on, critical from 90 % on
                 * @enum {string}
                 */
                status: 'healthy' | 'warning' | 'critical'
              } | null
              /**
               * Format: date-time
               * @description When it was changed at run time
               */
              changed_at: string | null
              changed_by: string | null
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              health_status: 'healthy' | 'unhealthy'
              /** @description Why it cannot be asked; null where it can */
              health_reason: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Requests without an answer, rate-limited left out */
              error_count_24h: number
              /** @description What most of them failed with */
              main_failure_24h: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_success_at: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_failure_at: string | null
              /** @description Weight since 00:00 UTC */
              used_today: number
              /**
               * Format: date-time
               * @description No request is sent before
               */
              parked_until: string | null
              parked_reason: string | null
              /** @description Nothing is sent until its key is changed, or works in a test */
              is_key_refused: boolean
              /** @description What keeps endpoints of it from being asked */
              circuits: {
                /** @description The products its requests answer */
                endpoint: string
                /**
                 * @description failing: most requests fail; contract: nothing can be read from its answers
                 * @enum {string}
                 */
                cause: 'failing' | 'contract'
                /** Format: date-time */
                since: string
                /**
                 * Format: date-time
                 * @description From then on one request may try it
                 */
                next_probe_at: string
                reason: string
              }[]
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getProvidersByProviderId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example open-meteo */
        providerId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            provider: {
              /** @enum {string} */
              id:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                text: string
                /** Format: uri */
                url: string
                licence: string
              }
              /** @description Whether its free plan may be used commercially */
              commercial_use: string
              products: ('conditions' | 'forecast' | 'air-quality')[]
              /** @description ISO 3166-1 alpha-2 codes it serves; null: the whole world */
              countries: string[] | null
              /** @description 1 is asked first; null where it is not in use */
              order: number | null
              /** @description The lowest is asked first */
              priority: number
              /** @description Whether it is in use */
              is_active: boolean
              /** @description Whether it is asked first */
              is_primary: boolean
              /** @description What keeps it from being used, whatever is changed here */
              not_usable_reason: string | null
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /** @description Empty where it is not limited */
              limits: {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description In the unit the provider counts in */
                limit: number
                /**
                 * @description fixed: turns with the clock; sliding: what ends now
                 * @enum {string}
                 */
                kind: 'fixed' | 'sliding'
                /** @description In which days and months turn */
                time_zone: string
                /** @description At which days and months turn there */
                reset_hour: number
                /** @description Of the month, at which months turn */
                reset_day: number
                /** @description What the plan leaves to people's own requests at the start of the window */
                reserved: number
                /** @description Where the limit is published, or who set it */
                source: string
                /**
                 * Format: date
                 * @description When it was read there, or set
                 */
                as_of: string
              }[]
              /** @description Requests at a time by each process; 1: by all together */
              max_in_flight: number
              /** @description Between the starts of two requests */
              spacing_ms: number
              places_per_request: number
              /** @description In the currency of your own plan */
              cost_per_request: number | null
              /** @description In the currency of your own plan */
              monthly_budget: number | null
              /** @description Since the UTC month began; null without a cost per request */
              month_cost: {
                /** @description In the currency of your own plan */
                spent: number
                /** @description In the currency of your own plan */
                budget: number | null
                /** @description 0 to 1 */
                spent_share: number | null
                /**
                 * @description warning from 75 % of the budget on, critical from 90 % on
                 * @enum {string}
                 */
                status: 'healthy' | 'warning' | 'critical'
              } | null
              /**
               * Format: date-time
               * @description When it was changed at run time
               */
              changed_at: string | null
              changed_by: string | null
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              health_status: 'healthy' | 'unhealthy'
              /** @description Why it cannot be asked; null where it can */
              health_reason: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Requests without an answer, rate-limited left out */
              error_count_24h: number
              /** @description What most of them failed with */
              main_failure_24h: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_success_at: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_failure_at: string | null
              /** @description Weight since 00:00 UTC */
              used_today: number
              /**
               * Format: date-time
               * @description No request is sent before
               */
              parked_until: string | null
              parked_reason: string | null
              /** @description Nothing is sent until its key is changed, or works in a test */
              is_key_refused: boolean
              /** @description What keeps endpoints of it from being asked */
              circuits: {
                /** @description The products its requests answer */
                endpoint: string
                /**
                 * @description failing: most requests fail; contract: nothing can be read from its answers
                 * @enum {string}
                 */
                cause: 'failing' | 'contract'
                /** Format: date-time */
                since: string
                /**
                 * Format: date-time
                 * @description From then on one request may try it
                 */
                next_probe_at: string
                reason: string
              }[]
            }
            /** @description How answers began that nothing could be read from, with keys masked */
            samples: {
              endpoint: string
              text: string
            }[]
            /** @description At run time, the newest first; null is as the settings say */
            changes: {
              /** Format: date-time */
              at: string
              /** @description A token, `loopback`, or the command line */
              changed_by: string
              change: {
                [key: string]: unknown
              }
              before: {
                [key: string]: unknown
              }
            }[]
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  putProvidersByProviderId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example open-meteo */
        providerId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "priority": 5
         *     }
         */
        'application/json': {
          /** @description Whether it is in use */
          is_active?: boolean
          /** @description The lowest is asked first; null as the settings say */
          priority?: number | null
          /** @description Each window once; empty is no limit. Null takes these and the three below back */
          limits?:
            | {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description Weight per window */
                limit: number
                /** @enum {string} */
                kind?: 'fixed' | 'sliding'
                /** @example UTC */
                time_zone?: string
                reset_hour?: number
                reset_day?: number
              }[]
            | null
          /** @description By each process; 1: by all together */
          max_in_flight?: number
          spacing_ms?: number
          places_per_request?: number
          /** @description For one unit of weight, in the currency of your plan */
          cost_per_request?: number | null
          /** @description Warned of at 75 % and 90 % */
          monthly_budget?: number | null
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            provider: {
              /** @enum {string} */
              id:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                text: string
                /** Format: uri */
                url: string
                licence: string
              }
              /** @description Whether its free plan may be used commercially */
              commercial_use: string
              products: ('conditions' | 'forecast' | 'air-quality')[]
              /** @description ISO 3166-1 alpha-2 codes it serves; null: the whole world */
              countries: string[] | null
              /** @description 1 is asked first; null where it is not in use */
              order: number | null
              /** @description The lowest is asked first */
              priority: number
              /** @description Whether it is in use */
              is_active: boolean
              /** @description Whether it is asked first */
              is_primary: boolean
              /** @description What keeps it from being used, whatever is changed here */
              not_usable_reason: string | null
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /** @description Empty where it is not limited */
              limits: {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description In the unit the provider counts in */
                limit: number
                /**
                 * @description fixed: turns with the clock; sliding: what ends now
                 * @enum {string}
                 */
                kind: 'fixed' | 'sliding'
                /** @description In which days and months turn */
                time_zone: string
                /** @description At which days and months turn there */
                reset_hour: number
                /** @description Of the month, at which months turn */
                reset_day: number
                /** @description What the plan leaves to people's own requests at the start of the window */
                reserved: number
                /** @description Where the limit is published, or who set it */
                source: string
                /**
                 * Format: date
                 * @description When it was read there, or set
                 */
                as_of: string
              }[]
              /** @description Requests at a time by each process; 1: by all together */
              max_in_flight: number
              /** @description Between the starts of two requests */
              spacing_ms: number
              places_per_request: number
              /** @description In the currency of your own plan */
              cost_per_request: number | null
              /** @description In the currency of your own plan */
              monthly_budget: number | null
              /** @description Since the UTC month began; null without a cost per request */
              month_cost: {
                /** @description In the currency of your own plan */
                spent: number
                /** @description In the currency of your own plan */
                budget: number | null
                /** @description 0 to 1 */
                spent_share: number | null
                /**
                 * @description warning from 75 % of the budget on, critical from 90 % on
                 * @enum {string}
                 */
                status: 'healthy' | 'warning' | 'critical'
              } | null
              /**
               * Format: date-time
               * @description When it was changed at run time
               */
              changed_at: string | null
              changed_by: string | null
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              health_status: 'healthy' | 'unhealthy'
              /** @description Why it cannot be asked; null where it can */
              health_reason: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Requests without an answer, rate-limited left out */
              error_count_24h: number
              /** @description What most of them failed with */
              main_failure_24h: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_success_at: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_failure_at: string | null
              /** @description Weight since 00:00 UTC */
              used_today: number
              /**
               * Format: date-time
               * @description No request is sent before
               */
              parked_until: string | null
              parked_reason: string | null
              /** @description Nothing is sent until its key is changed, or works in a test */
              is_key_refused: boolean
              /** @description What keeps endpoints of it from being asked */
              circuits: {
                /** @description The products its requests answer */
                endpoint: string
                /**
                 * @description failing: most requests fail; contract: nothing can be read from its answers
                 * @enum {string}
                 */
                cause: 'failing' | 'contract'
                /** Format: date-time */
                since: string
                /**
                 * Format: date-time
                 * @description From then on one request may try it
                 */
                next_probe_at: string
                reason: string
              }[]
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteProvidersByProviderId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example open-meteo */
        providerId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            provider: {
              /** @enum {string} */
              id:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                text: string
                /** Format: uri */
                url: string
                licence: string
              }
              /** @description Whether its free plan may be used commercially */
              commercial_use: string
              products: ('conditions' | 'forecast' | 'air-quality')[]
              /** @description ISO 3166-1 alpha-2 codes it serves; null: the whole world */
              countries: string[] | null
              /** @description 1 is asked first; null where it is not in use */
              order: number | null
              /** @description The lowest is asked first */
              priority: number
              /** @description Whether it is in use */
              is_active: boolean
              /** @description Whether it is asked first */
              is_primary: boolean
              /** @description What keeps it from being used, whatever is changed here */
              not_usable_reason: string | null
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /** @description Empty where it is not limited */
              limits: {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description In the unit the provider counts in */
                limit: number
                /**
                 * @description fixed: turns with the clock; sliding: what ends now
                 * @enum {string}
                 */
                kind: 'fixed' | 'sliding'
                /** @description In which days and months turn */
                time_zone: string
                /** @description At which days and months turn there */
                reset_hour: number
                /** @description Of the month, at which months turn */
                reset_day: number
                /** @description What the plan leaves to people's own requests at the start of the window */
                reserved: number
                /** @description Where the limit is published, or who set it */
                source: string
                /**
                 * Format: date
                 * @description When it was read there, or set
                 */
                as_of: string
              }[]
              /** @description Requests at a time by each process; 1: by all together */
              max_in_flight: number
              /** @description Between the starts of two requests */
              spacing_ms: number
              places_per_request: number
              /** @description In the currency of your own plan */
              cost_per_request: number | null
              /** @description In the currency of your own plan */
              monthly_budget: number | null
              /** @description Since the UTC month began; null without a cost per request */
              month_cost: {
                /** @description In the currency of your own plan */
                spent: number
                /** @description In the currency of your own plan */
                budget: number | null
                /** @description 0 to 1 */
                spent_share: number | null
                /**
                 * @description warning from 75 % of the budget on, critical from 90 % on
                 * @enum {string}
                 */
                status: 'healthy' | 'warning' | 'critical'
              } | null
              /**
               * Format: date-time
               * @description When it was changed at run time
               */
              changed_at: string | null
              changed_by: string | null
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              health_status: 'healthy' | 'unhealthy'
              /** @description Why it cannot be asked; null where it can */
              health_reason: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Requests without an answer, rate-limited left out */
              error_count_24h: number
              /** @description What most of them failed with */
              main_failure_24h: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_success_at: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_failure_at: string | null
              /** @description Weight since 00:00 UTC */
              used_today: number
              /**
               * Format: date-time
               * @description No request is sent before
               */
              parked_until: string | null
              parked_reason: string | null
              /** @description Nothing is sent until its key is changed, or works in a test */
              is_key_refused: boolean
              /** @description What keeps endpoints of it from being asked */
              circuits: {
                /** @description The products its requests answer */
                endpoint: string
                /**
                 * @description failing: most requests fail; contract: nothing can be read from its answers
                 * @enum {string}
                 */
                cause: 'failing' | 'contract'
                /** Format: date-time */
                since: string
                /**
                 * Format: date-time
                 * @description From then on one request may try it
                 */
                next_probe_at: string
                reason: string
              }[]
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteProvidersByProviderIdDelete: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example open-meteo */
        providerId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            provider: {
              /** @enum {string} */
              id:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              attribution: {
                text: string
                /** Format: uri */
                url: string
                licence: string
              }
              /** @description Whether its free plan may be used commercially */
              commercial_use: string
              products: ('conditions' | 'forecast' | 'air-quality')[]
              /** @description ISO 3166-1 alpha-2 codes it serves; null: the whole world */
              countries: string[] | null
              /** @description 1 is asked first; null where it is not in use */
              order: number | null
              /** @description The lowest is asked first */
              priority: number
              /** @description Whether it is in use */
              is_active: boolean
              /** @description Whether it is asked first */
              is_primary: boolean
              /** @description What keeps it from being used, whatever is changed here */
              not_usable_reason: string | null
              /**
               * @description Whether there is one; the key itself is never shown
               * @enum {string}
               */
              api_key_status: 'set' | 'missing' | 'not_needed'
              /** @description Empty where it is not limited */
              limits: {
                /** @enum {string} */
                window: 'minute' | 'hour' | 'day' | 'month'
                /** @description In the unit the provider counts in */
                limit: number
                /**
                 * @description fixed: turns with the clock; sliding: what ends now
                 * @enum {string}
                 */
                kind: 'fixed' | 'sliding'
                /** @description In which days and months turn */
                time_zone: string
                /** @description At which days and months turn there */
                reset_hour: number
                /** @description Of the month, at which months turn */
                reset_day: number
                /** @description What the plan leaves to people's own requests at the start of the window */
                reserved: number
                /** @description Where the limit is published, or who set it */
                source: string
                /**
                 * Format: date
                 * @description When it was read there, or set
                 */
                as_of: string
              }[]
              /** @description Requests at a time by each process; 1: by all together */
              max_in_flight: number
              /** @description Between the starts of two requests */
              spacing_ms: number
              places_per_request: number
              /** @description In the currency of your own plan */
              cost_per_request: number | null
              /** @description In the currency of your own plan */
              monthly_budget: number | null
              /** @description Since the UTC month began; null without a cost per request */
              month_cost: {
                /** @description In the currency of your own plan */
                spent: number
                /** @description In the currency of your own plan */
                budget: number | null
                /** @description 0 to 1 */
                spent_share: number | null
                /**
                 * @description warning from 75 % of the budget on, critical from 90 % on
                 * @enum {string}
                 */
                status: 'healthy' | 'warning' | 'critical'
              } | null
              /**
               * Format: date-time
               * @description When it was changed at run time
               */
              changed_at: string | null
              changed_by: string | null
              /**
               * @description healthy: it can be asked now
               * @enum {string}
               */
              health_status: 'healthy' | 'unhealthy'
              /** @description Why it cannot be asked; null where it can */
              health_reason: string | null
              /** @description 0 to 1, rate-limited requests left out; null without any */
              success_rate_24h: number | null
              /** @description Requests without an answer, rate-limited left out */
              error_count_24h: number
              /** @description What most of them failed with */
              main_failure_24h: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_success_at: string | null
              /**
               * Format: date-time
               * @description Null where none was written down
               */
              last_failure_at: string | null
              /** @description Weight since 00:00 UTC */
              used_today: number
              /**
               * Format: date-time
               * @description No request is sent before
               */
              parked_until: string | null
              parked_reason: string | null
              /** @description Nothing is sent until its key is changed, or works in a test */
              is_key_refused: boolean
              /** @description What keeps endpoints of it from being asked */
              circuits: {
                /** @description The products its requests answer */
                endpoint: string
                /**
                 * @description failing: most requests fail; contract: nothing can be read from its answers
                 * @enum {string}
                 */
                cause: 'failing' | 'contract'
                /** Format: date-time */
                since: string
                /**
                 * Format: date-time
                 * @description From then on one request may try it
                 */
                next_probe_at: string
                reason: string
              }[]
            }
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postProvidersByProviderIdHealth: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example open-meteo */
        providerId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            provider:
              | 'openweathermap'
              | 'weatherapi'
              | 'aviation-weather'
              | 'open-meteo'
              | 'met-norway'
              | 'nws'
            /** @description Whether it can be asked now */
            is_healthy: boolean
            reason: string | null
            /** @description 0 to 1 */
            success_rate_24h: number | null
            /** Format: date-time */
            last_check_at: string | null
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postBulkHealthCheck: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            results: {
              /** @enum {string} */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              /** @description Whether it can be asked now */
              is_healthy: boolean
              reason: string | null
              /** @description 0 to 1 */
              success_rate_24h: number | null
              /** Format: date-time */
              last_check_at: string | null
            }[]
            total_checked: number
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postProvidersByProviderIdTest: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example open-meteo */
        providerId: string
      }
      cookie?: never
    }
    /** @description For which city; without it the most populous one that the provider serves */
    requestBody: {
      content: {
        /** @example {} */
        'application/json': {
          /**
           * @description GeoNames id
           * @example 2643743
           */
          city_id?: number
          /**
           * @description Whose endpoint; without it the first it offers
           * @enum {string}
           */
          product?: 'conditions' | 'forecast' | 'air-quality'
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            provider:
              | 'openweathermap'
              | 'weatherapi'
              | 'aviation-weather'
              | 'open-meteo'
              | 'met-norway'
              | 'nws'
            /**
             * @description GeoNames id
             * @example 2643743
             */
            city_id: number
            /** @enum {string} */
            outcome:
              | 'ok'
              | 'timeout'
              | 'network'
              | 'unauthorized'
              | 'not-found'
              | 'rate-limited'
              | 'unavailable'
              | 'rejected'
              | 'not-json'
              | 'schema-mismatch'
              | 'place-missing'
              | 'not-covered'
              | 'out-of-range'
              | 'from-the-future'
              | 'stale'
              | 'place-unavailable'
              | 'not-stored'
              | 'quota-exhausted'
              | 'queue-full'
              | 'circuit-open'
              | 'quarantined'
              | 'parked'
            /** @description Why it failed; null where it did not */
            message: string | null
            /** @enum {string} */
            product: 'conditions' | 'forecast' | 'air-quality'
            /** @description Charged for it */
            weight: number
            duration_ms: number
            temperature_c: number | null
            /** Format: date-time */
            valid_at: string | null
            /** @description What the success ended: a pause, a refused key, an open circuit */
            released: string[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCostAnalysis: {
    parameters: {
      query?: {
        /** @description UTC days, today included */
        days?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            period: {
              /**
               * Format: date
               * @description UTC
               */
              start_date: string
              /**
               * Format: date
               * @description UTC
               */
              end_date: string
              days: number
            }
            totals: {
              requests: number
              /** @description In the unit the provider counts in */
              weight: number
              /** @description Null where no cost per request is set */
              cost: number | null
            }
            /** @description Those in use, and those that were sent a request */
            provider_breakdown: {
              /** @enum {string} */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              requests: number
              /** @description In the unit the provider counts in */
              weight: number
              /** @description Null where no cost per request is set */
              cost: number | null
              /** @description Null where no cost per request is set */
              month_cost: number | null
              monthly_budget: number | null
              /** @description 0 to 1, of this calendar month */
              budget_share: number | null
              /** @enum {string} */
              status: 'healthy' | 'warning' | 'critical'
            }[]
            /** @description Days without a request are left out */
            daily_costs: {
              /**
               * Format: date
               * @description UTC
               */
              date: string
              requests: number
              /** @description In the unit the provider counts in */
              weight: number
              /** @description Null where no cost per request is set */
              cost: number | null
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getAttribution: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            attributions: {
              /** @enum {string} */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              name: string
              /** @description What its licence asks to be said beside the data */
              text: string
              /** Format: uri */
              url: string | null
              licence: string | null
              /** @description Whether its free plan may be used commercially */
              commercial_use: string
              /** @description Whether it is asked */
              is_in_use: boolean
              /** @description Whether it answered in the last weeks, so that values of it may be stored */
              has_answered: boolean
              /** @description Null where nothing keeps it out */
              left_out_because: string | null
            }[]
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getDisagreements: {
    parameters: {
      query?: {
        city_id?: number
        /** @description On either side */
        provider?:
          'openweathermap' | 'weatherapi' | 'aviation-weather' | 'open-meteo' | 'met-norway' | 'nws'
        status?: 'open' | 'ended'
        limit?: number
        /** @description `next_cursor` of the page before */
        cursor?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description The newest first */
            disagreements: {
              /** @example 1 */
              id: number
              city_id: number
              city: string
              country_code: string
              /** @description temperature: more than 4 °C apart; wind: more than 25 km/h; rain: one has rain, the other none */
              kinds: ('temperature' | 'wind' | 'rain')[]
              /** @description What is served, as its provider gave it */
              served: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /**
                 * Format: date-time
                 * @description The moment its values describe
                 */
                valid_at: string
                /** @enum {string} */
                basis: 'observed' | 'analysis' | 'forecast'
                /** @description °C */
                temperature: number | null
                /** @description km/h */
                wind_speed: number | null
                /** @description mm */
                precipitation: number | null
                precipitation_window_minutes: number | null
                /** @enum {unknown} */
                condition:
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
              }
              /** @description What the other provider gave, within 30 minutes of the same moment */
              other: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /**
                 * Format: date-time
                 * @description The moment its values describe
                 */
                valid_at: string
                /** @enum {string} */
                basis: 'observed' | 'analysis' | 'forecast'
                /** @description °C */
                temperature: number | null
                /** @description km/h */
                wind_speed: number | null
                /** @description mm */
                precipitation: number | null
                precipitation_window_minutes: number | null
                /** @enum {unknown} */
                condition:
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
              }
              /** Format: date-time */
              started_at: string
              /**
               * Format: date-time
               * @description When it was last found; both sides are of then
               */
              last_at: string
              /**
               * Format: date-time
               * @description When the two agreed again, or were last found apart a day before no one had looked again
               */
              ended_at: string | null
              /** @description How often it was found */
              times: number
              /** @description The run that found it last */
              run_id: string
            }[]
            /** @description Null on the last page */
            next_cursor: number | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getCitiesByCityIdExplain: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description GeoNames id
         * @example 2643743
         */
        cityId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /**
             * @description GeoNames id
             * @example 2643743
             */
            city_id: number
            city: string
            /** @description Whether it is kept fresh */
            is_active: boolean
            products: {
              /** @enum {string} */
              product: 'conditions' | 'forecast' | 'air-quality'
              /**
               * Format: date-time
               * @description When its last refresh ended
               */
              refreshed_at: string | null
              run_id: string | null
              /** @description In the order in which they were tried */
              tried: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /**
                 * @description ok: a value; unchanged: a 304; remembered: a stored answer had not expired; else why not
                 * @enum {string}
                 */
                outcome:
                  | 'ok'
                  | 'unchanged'
                  | 'remembered'
                  | 'timeout'
                  | 'network'
                  | 'unauthorized'
                  | 'not-found'
                  | 'rate-limited'
                  | 'unavailable'
                  | 'rejected'
                  | 'not-json'
                  | 'schema-mismatch'
                  | 'place-missing'
                  | 'not-covered'
                  | 'out-of-range'
                  | 'from-the-future'
                  | 'stale'
                  | 'place-unavailable'
                  | 'not-stored'
                  | 'quota-exhausted'
                  | 'queue-full'
                  | 'circuit-open'
                  | 'quarantined'
                  | 'parked'
                /** @description Whether a request was sent */
                was_asked: boolean
                message: string | null
                retry_after_s: number | null
              }[]
              /** @description Those not tried, as they are set up now */
              skipped: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                why: string
              }[]
              /** @description What is served; null where there is nothing */
              stored: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /** Format: date-time */
                valid_at: string | null
                /** Format: date-time */
                confirmed_at: string
                /** @description The run that stored it */
                run_id: string
              } | null
              /**
               * Format: date-time
               * @description By a value, or by a 304
               */
              confirmed_at: string | null
              /**
               * Format: date-time
               * @description Null where the city is not kept fresh
               */
              next_due_at: string | null
              /**
               * @description plan: where limits are short, at the price of the latest refresh; age: at its maximum age
               * @enum {string}
               */
              next_due_by: 'plan' | 'age'
              /** @description How often it is refreshed on a usual day, at the hour of its least demand */
              planned_period_s: number
              /** @description Older than twice that period, or never refreshed */
              late: boolean
            }[]
            doubts: {
              /** @description Of the last 7 days, the newest first */
              flags: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /**
                 * @description stands-still: unchanged for longer than weather is; jump: farther from the one before than weather goes in an hour; jump-back: it jumped, and the next one was back
                 * @enum {string}
                 */
                flag: 'stands-still' | 'jump' | 'jump-back' | 'disagreement'
                /** @enum {string} */
                field: 'temperature' | 'pressure' | 'all'
                /**
                 * Format: date-time
                 * @description The moment of the first value
                 */
                since: string
                /**
                 * Format: date-time
                 * @description Null while it holds
                 */
                until: string | null
                value: number | null
                /** @description The value before a jump */
                before: number | null
              }[]
              /** @description The latest 5 */
              disagreements: {
                /** @example 1 */
                id: number
                city_id: number
                city: string
                country_code: string
                /** @description temperature: more than 4 °C apart; wind: more than 25 km/h; rain: one has rain, the other none */
                kinds: ('temperature' | 'wind' | 'rain')[]
                /** @description What is served, as its provider gave it */
                served: {
                  /** @enum {string} */
                  provider:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  /**
                   * Format: date-time
                   * @description The moment its values describe
                   */
                  valid_at: string
                  /** @enum {string} */
                  basis: 'observed' | 'analysis' | 'forecast'
                  /** @description °C */
                  temperature: number | null
                  /** @description km/h */
                  wind_speed: number | null
                  /** @description mm */
                  precipitation: number | null
                  precipitation_window_minutes: number | null
                  /** @enum {unknown} */
                  condition:
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
                }
                /** @description What the other provider gave, within 30 minutes of the same moment */
                other: {
                  /** @enum {string} */
                  provider:
                    | 'openweathermap'
                    | 'weatherapi'
                    | 'aviation-weather'
                    | 'open-meteo'
                    | 'met-norway'
                    | 'nws'
                  /**
                   * Format: date-time
                   * @description The moment its values describe
                   */
                  valid_at: string
                  /** @enum {string} */
                  basis: 'observed' | 'analysis' | 'forecast'
                  /** @description °C */
                  temperature: number | null
                  /** @description km/h */
                  wind_speed: number | null
                  /** @description mm */
                  precipitation: number | null
                  precipitation_window_minutes: number | null
                  /** @enum {unknown} */
                  condition:
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
                }
                /** Format: date-time */
                started_at: string
                /**
                 * Format: date-time
                 * @description When it was last found; both sides are of then
                 */
                last_at: string
                /**
                 * Format: date-time
                 * @description When the two agreed again, or were last found apart a day before no one had looked again
                 */
                ended_at: string | null
                /** @description How often it was found */
                times: number
                /** @description The run that found it last */
                run_id: string
              }[]
              /** @description Who was last asked beside the one that served; null: none */
              second_opinion: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /** Format: date-time */
                asked_at: string
                /** @description Null where it gave no answer, or none of the same moment */
                agrees: boolean | null
              } | null
            }
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postMonitoringRefresh: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Names the request (visible ASCII): for 24 h the same key with the same body starts nothing and gets the same answer; with another body it is refused
         * @example 7f3c0a52-nightly
         */
        'idempotency-key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Names ("London", "London, GB") or GeoNames ids; every city where absent
           * @example [
           *       "Tokyo",
           *       "London, GB",
           *       2950159
           *     ]
           */
          cities?: (number | string)[]
          /** @description What is refreshed; all products where absent */
          products?: ('conditions' | 'forecast' | 'air-quality')[]
          /**
           * @description How one run fans out: a workflow for each city, an activity for many, or as their number says. With `cities`, one run over them instead of a task for each
           * @enum {string}
           */
          fan_out?: 'city' | 'bulk' | 'auto'
          /** @description What is not older is left alone; as the settings say where absent */
          max_age_seconds?: number
          /**
           * @description Also refreshes what is young enough, and does not wait for the time a provider named
           * @default false
           */
          force?: boolean
          /**
           * @description Starts nothing: says what is due and what it would cost (200)
           * @default false
           */
          dry_run?: boolean
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            /** @enum {boolean} */
            dry_run: true
            /** Format: date-time */
            as_of: string
            /** @description Active cities that are meant */
            total: number
            /** @description Of them, how many are due */
            due: number
            /** @description Those named, else the first 100 that are due */
            cities: {
              city: string
              city_id: number
              due: boolean
              /**
               * @description Why it is due; null where it is not
               * @enum {string|null}
               */
              reason: 'forced' | 'never-fetched' | 'too-old' | null
              /** @description What of it is due */
              products: ('conditions' | 'forecast' | 'air-quality')[]
              /** @description Who is asked for it */
              calls: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                products: ('conditions' | 'forecast' | 'air-quality')[]
                /** @description In the unit of the provider's quota: its share of the requests that carry it */
                weight: number
              }[]
            }[]
            /** @description For the due ones of `cities`, where the first provider that has a product answers: fallbacks and what a provider already knows of a place are not counted */
            requests: {
              /** @enum {string} */
              provider:
                | 'openweathermap'
                | 'weatherapi'
                | 'aviation-weather'
                | 'open-meteo'
                | 'met-norway'
                | 'nws'
              products: ('conditions' | 'forecast' | 'air-quality')[]
              cities: number
              /** @description HTTP requests */
              requests: number
              /** @description In the unit of the provider's quota */
              weight: number
            }[]
            /** @description What scheduled refreshes give and take from here on; null where cities are named, or there are too many of them to say it here */
            plan: {
              /** @description What it gives, for people */
              sentence: string
              /** @description False where the limits carry everything that is due */
              is_short: boolean
              cities: number
              /** @description Of all products as requests meet it */
              mean_age: number | null
              products: {
                /** @enum {string} */
                product: 'conditions' | 'forecast' | 'air-quality'
                /** @description Cities */
                items: number
                /** @description As requests meet it */
                mean_age: number | null
                /** @description Between two calls */
                longest_gap: number | null
              }[]
              /** @description Conditions of the most requested cities, and of the others */
              tiers: {
                name: string
                /** @description Cities */
                items: number
                /** @description As requests meet it */
                mean_age: number | null
                /** @description Between two calls */
                longest_gap: number | null
              }[]
              providers: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                is_usable: boolean
                /** @description Of the next refresh */
                calls_now: number
                /** @description Of a day on which nothing is used yet */
                calls_per_day: number
                /** @description What its limits carry; null where they set none */
                most_per_day: number | null
              }[]
              /** @description Asked beside the plan, at their place in the order, or left out, as from commercial use */
              not_planned: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /** @description False where it is left out */
                is_in_use: boolean
                reason: string
              }[]
              /** @description Cities of which not everything was ever fetched: that goes before the promises of others, which may be kept later until then */
              never_fetched: number
              /** @description In the order in which they count */
              promises: {
                /** @description Whom it is promised to */
                name: string
                promised_minutes: number
                /** @description Longer where the limits do not carry it */
                kept_minutes: number
                /** @description That are meant */
                cities: number
                /** @description Of them, those for which it is kept */
                held: number
                /** @description Of the conditions of all other cities */
                others_mean_age: number | null
                /** @description The same without the promise; null for what is promised to every city */
                others_mean_age_without: number | null
              }[]
              /** @description How many cities could be held at 15 minutes, every other one promised a day */
              held_at_15_minutes: number
              /** @description Of all products, if nothing were promised */
              mean_age_without_promises: number | null
              /** @description The mean age with a key of another provider */
              with_one_more: {
                /** @enum {string} */
                provider:
                  | 'openweathermap'
                  | 'weatherapi'
                  | 'aviation-weather'
                  | 'open-meteo'
                  | 'met-norway'
                  | 'nws'
                /** @description In minutes; null where no one serves it */
                mean_age: number | null
              }[]
            } | null
            unknown: string[]
            ambiguous: {
              name: string
              candidates: {
                /** @description GeoNames id */
                id: number
                name: string
                /** @description ISO 3166-1 alpha-2 */
                country: string
                /** @description Degrees north */
                latitude: number
                /** @description Degrees east */
                longitude: number
                population: number | null
              }[]
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            /** @description The one run over all of it; null where each city has a task */
            task_id: string | null
            tasks: {
              city: string
              city_id: number
              task_id: string
            }[]
            unknown: string[]
            ambiguous: {
              name: string
              candidates: {
                /** @description GeoNames id */
                id: number
                name: string
                /** @description ISO 3166-1 alpha-2 */
                country: string
                /** @description Degrees north */
                latitude: number
                /** @description Degrees east */
                longitude: number
                population: number | null
              }[]
            }[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringTaskByTaskId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description A task_id as it was given, slashes included */
        taskId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            task_id: string
            /** @description Workflow type */
            name: string
            /** @enum {string} */
            status: 'PENDING' | 'STARTED' | 'RETRY' | 'SUCCESS' | 'FAILURE' | 'REVOKED'
            /** @description What the run returned; null until it has succeeded */
            result: unknown
            /** @description What went wrong, outermost first */
            failure: {
              /** @enum {string} */
              kind:
                | 'application'
                | 'activity'
                | 'child-workflow'
                | 'timeout'
                | 'cancelled'
                | 'terminated'
                | 'other'
              type: string | null
              message: string
              /** @description Providers that were tried */
              attempts?: {
                provider: string
                products: string[]
                outcome: string
                message?: string
                retry_after_seconds?: number
              }[]
            }[]
            /** @description The same in one line */
            traceback: string | null
            progress: {
              total: number
              done: number
              failed: number
              skipped: number
              joined: number
              waiting: number
              rate_per_second: number
              /** @description Until no city waits, at this rate; null while there is none */
              eta_seconds: number | null
              /** @enum {string|null} */
              fan_out: 'city' | 'bulk' | null
              /** Format: date-time */
              since: string
            } | null
            /** Format: date-time */
            started_at: string
            /**
             * Format: date-time
             * @description Null while it goes on
             */
            ended_at: string | null
            /**
             * Format: date-time
             * @description The same as ended_at, for clients of earlier versions
             */
            closed_at: string | null
            /** @description Of the activity under way; null while none is, and after the end */
            attempts: number | null
            /**
             * Format: date-time
             * @description When an activity that failed is tried again; null while none waits for that
             */
            next_retry_at: string | null
            /**
             * @description history: Temporal has forgotten the run, or is away, and what was stored of its end answers
             * @enum {string}
             */
            source: 'temporal' | 'history'
            /** @description The run in Temporal's Web UI; null where none is known here */
            web_ui: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteMonitoringTaskByTaskId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description A task_id as it was given, slashes included */
        taskId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            task_id: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postMonitoringTaskByTaskIdCancel: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description A task_id as it was given, slashes included */
        taskId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            task_id: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postMonitoringTaskByTaskIdTerminate: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description A task_id as it was given, slashes included */
        taskId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Why; shown wherever the run is
           * @example It waits for a host that is gone
           */
          reason: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            task_id: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringTasks: {
    parameters: {
      query?: {
        /** @description The job */
        kind?: 'refresh' | 'warm' | 'quota' | 'analytics' | 'cleanup'
        /** @description STARTED is all that has not ended: a task itself says more */
        status?: 'STARTED' | 'SUCCESS' | 'FAILURE' | 'REVOKED'
        /** @description What started it */
        trigger?: 'schedule' | 'api' | 'cli' | 'start'
        /** @description A name or a GeoNames id: every refresh of this city, also by a run over many. Without it only what nothing else started */
        city?: string
        /** @description ISO 3166-1 alpha-2 */
        country?: string
        /** @description Started then or later */
        since?: string
        limit?: number
        /** @description next_cursor of the page before, with the same filters */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description What is under way first, then what ended last; seen a second late */
            tasks: {
              task_id: string
              /** @description Workflow type */
              name: string
              kind: string | null
              /** @enum {string} */
              status: 'STARTED' | 'SUCCESS' | 'FAILURE' | 'REVOKED'
              /** @description How the run says that it ended: completed, completed_partial, failed, cancelled, timed_out, expired; null while it goes, or where it has not said */
              outcome: string | null
              trigger: string | null
              /** @description Of the refresh of one city */
              city_id: number | null
              /** Format: date-time */
              started_at: string
              /** Format: date-time */
              ended_at: string | null
              web_ui: string | null
            }[]
            /** @description Null on the last page */
            next_cursor: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringTaskByTaskIdEvents: {
    parameters: {
      query?: never
      header?: {
        /** @description The id of the last event that was read: what is older is not sent again */
        'last-event-id'?: string
      }
      path: {
        /** @description A task_id as it was given, slashes included */
        taskId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Server-sent events: `progress` once a second and `result`, with a task each */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/event-stream': string
        }
      }
      /** @description It has ended */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMonitoringEvents: {
    parameters: {
      query?: never
      header?: {
        /** @description The id of the last event that was read: what is older is not sent again */
        'last-event-id'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Server-sent events: `progress` once a second and `result`, with a task each */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/event-stream': string
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postRefresh: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @example Successfully updated weather data for 128 cities */
            message: string
            task_id: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @example Successfully updated weather data for 128 cities */
            message: string
            task_id: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSchedules: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            schedules: {
              /** @enum {string} */
              id:
                | 'refresh-all-cities'
                | 'warm-cache-for-popular-cities'
                | 'monitor-api-quota'
                | 'generate-weather-analytics'
                | 'cleanup-old-weather-data'
              /**
               * @example every 15 min, offset 1 min
               * @example daily at 02:00 UTC
               */
              cadence: string
              /** @description Null where it runs at hours of the day */
              every_seconds: number | null
              paused: boolean
              /** @description What it is for, or why it is paused */
              note: string | null
              /** @description None while it is paused */
              next_times: string[]
              /** @description Task ids of what is under way */
              running: string[]
              /** @description Runs it has started */
              started: number
              /** @description Ticks that fell on a run that was still going */
              skipped: number
              /** @description Ticks that Temporal was down for too long to catch up */
              missed: number
              /** @description The latest twenty at most, newest first */
              recent_runs: {
                task_id: string
                /** @description How it ended: completed, completed_partial, failed, cancelled, timed_out, expired; null while it runs, or where it was cut off */
                status: string | null
                /** Format: date-time */
                scheduled_at: string
                /** Format: date-time */
                started_at: string
              }[]
              workflow_type: string
              task_queue: string
              catch_up_seconds: number
              time_limit_seconds: number | null
            }[]
            /** @description Not on the Temporal server */
            missing: (
              | 'refresh-all-cities'
              | 'warm-cache-for-popular-cities'
              | 'monitor-api-quota'
              | 'generate-weather-analytics'
              | 'cleanup-old-weather-data'
            )[]
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSchedulesByScheduleId: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description One of refresh-all-cities, warm-cache-for-popular-cities, monitor-api-quota, generate-weather-analytics, cleanup-old-weather-data
         * @example refresh-all-cities
         */
        scheduleId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            id:
              | 'refresh-all-cities'
              | 'warm-cache-for-popular-cities'
              | 'monitor-api-quota'
              | 'generate-weather-analytics'
              | 'cleanup-old-weather-data'
            /**
             * @example every 15 min, offset 1 min
             * @example daily at 02:00 UTC
             */
            cadence: string
            /** @description Null where it runs at hours of the day */
            every_seconds: number | null
            paused: boolean
            /** @description What it is for, or why it is paused */
            note: string | null
            /** @description None while it is paused */
            next_times: string[]
            /** @description Task ids of what is under way */
            running: string[]
            /** @description Runs it has started */
            started: number
            /** @description Ticks that fell on a run that was still going */
            skipped: number
            /** @description Ticks that Temporal was down for too long to catch up */
            missed: number
            /** @description The latest twenty at most, newest first */
            recent_runs: {
              task_id: string
              /** @description How it ended: completed, completed_partial, failed, cancelled, timed_out, expired; null while it runs, or where it was cut off */
              status: string | null
              /** Format: date-time */
              scheduled_at: string
              /** Format: date-time */
              started_at: string
            }[]
            workflow_type: string
            task_queue: string
            catch_up_seconds: number
            time_limit_seconds: number | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postSchedulesByScheduleIdPause: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description One of refresh-all-cities, warm-cache-for-popular-cities, monitor-api-quota, generate-weather-analytics, cleanup-old-weather-data
         * @example refresh-all-cities
         */
        scheduleId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Why; shown wherever the schedule is */
          note?: string
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            id:
              | 'refresh-all-cities'
              | 'warm-cache-for-popular-cities'
              | 'monitor-api-quota'
              | 'generate-weather-analytics'
              | 'cleanup-old-weather-data'
            /**
             * @example every 15 min, offset 1 min
             * @example daily at 02:00 UTC
             */
            cadence: string
            /** @description Null where it runs at hours of the day */
            every_seconds: number | null
            paused: boolean
            /** @description What it is for, or why it is paused */
            note: string | null
            /** @description None while it is paused */
            next_times: string[]
            /** @description Task ids of what is under way */
            running: string[]
            /** @description Runs it has started */
            started: number
            /** @description Ticks that fell on a run that was still going */
            skipped: number
            /** @description Ticks that Temporal was down for too long to catch up */
            missed: number
            /** @description The latest twenty at most, newest first */
            recent_runs: {
              task_id: string
              /** @description How it ended: completed, completed_partial, failed, cancelled, timed_out, expired; null while it runs, or where it was cut off */
              status: string | null
              /** Format: date-time */
              scheduled_at: string
              /** Format: date-time */
              started_at: string
            }[]
            workflow_type: string
            task_queue: string
            catch_up_seconds: number
            time_limit_seconds: number | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postSchedulesByScheduleIdResume: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description One of refresh-all-cities, warm-cache-for-popular-cities, monitor-api-quota, generate-weather-analytics, cleanup-old-weather-data
         * @example refresh-all-cities
         */
        scheduleId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            id:
              | 'refresh-all-cities'
              | 'warm-cache-for-popular-cities'
              | 'monitor-api-quota'
              | 'generate-weather-analytics'
              | 'cleanup-old-weather-data'
            /**
             * @example every 15 min, offset 1 min
             * @example daily at 02:00 UTC
             */
            cadence: string
            /** @description Null where it runs at hours of the day */
            every_seconds: number | null
            paused: boolean
            /** @description What it is for, or why it is paused */
            note: string | null
            /** @description None while it is paused */
            next_times: string[]
            /** @description Task ids of what is under way */
            running: string[]
            /** @description Runs it has started */
            started: number
            /** @description Ticks that fell on a run that was still going */
            skipped: number
            /** @description Ticks that Temporal was down for too long to catch up */
            missed: number
            /** @description The latest twenty at most, newest first */
            recent_runs: {
              task_id: string
              /** @description How it ended: completed, completed_partial, failed, cancelled, timed_out, expired; null while it runs, or where it was cut off */
              status: string | null
              /** Format: date-time */
              scheduled_at: string
              /** Format: date-time */
              started_at: string
            }[]
            workflow_type: string
            task_queue: string
            catch_up_seconds: number
            time_limit_seconds: number | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postSchedulesByScheduleIdTrigger: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description One of refresh-all-cities, warm-cache-for-popular-cities, monitor-api-quota, generate-weather-analytics, cleanup-old-weather-data
         * @example refresh-all-cities
         */
        scheduleId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            /**
             * @description skipped: a run is under way, and it is the task; asked: the run is requested, its id is not known yet
             * @enum {string}
             */
            status: 'started' | 'skipped' | 'asked'
            task_id: string | null
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getSchedulerStatus: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description Whether the schedule refresh-all-cities is not paused */
            running: boolean
            refresh_interval_seconds: number | null
            refresh_interval_minutes: number | null
            /** @description Whether a worker is there for its runs */
            thread_alive: boolean
            /** Format: date-time */
            last_check: string | null
            /** Format: date-time */
            timestamp: string
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postSchedulerStart: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Only the one that is set: it is not changed here */
          interval_minutes?: number
        }
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            /** @enum {string} */
            status: 'running' | 'already_running' | 'stopped' | 'not_running'
            interval_minutes?: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  postSchedulerStop: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            message: string
            /** @enum {string} */
            status: 'running' | 'already_running' | 'stopped' | 'not_running'
            interval_minutes?: number
            /** @description True in the demo, whose weather is made up */
            simulated?: boolean
          }
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description A problem, as RFC 9457 has it */
      '5XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
}
