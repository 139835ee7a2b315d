metadata description = 'Three alerts over the logs: poison messages, overdue jobs, failure rate.'

// The queries read what the app logs, each line one JSON object as the whole message:
//   {"event":"job-state","to":"FAILED",…}           one for each state change of a job
//   {"event":"sweep","oldest_overdue_seconds":0,…}  one for each run of the timer, idle ones too
// and count the runs of functions on poison queues, whose names begin with HandlePoison. host.json keeps
// these lines from being sampled away; should they be all the same, ItemCount weighs them in.

@description('Required. Name that the alerts and their action group begin with.')
param namePrefix string

@description('Required. Region of the alerts; the one of the logs.')
param location string

@description('Required. Tags of the alerts.')
param tags object

@description('Required. Resource id of the Log Analytics workspace.')
param logAnalyticsId string

@description('Required. Address that alerts are mailed to; empty to see them in the portal only.')
param email string

@description('Required. Seconds a job may be overdue.')
param overdueSeconds int

@description('Required. Percentage of ended jobs that may have failed within an hour.')
param failurePercent int

var rules = [
  {
    name: 'poison'
    title: 'A message failed five times'
    text: 'Messages were moved to a poison queue within 15 minutes. The job behind each is due again or failed with its reason.'
    severity: 2
    window: 'PT15M'
    query: join(
      [
        'AppRequests'
        '| where OperationName startswith "HandlePoison"'
      ],
      '\n'
    )
  }
  {
    name: 'overdue'
    title: 'Jobs are overdue'
    text: 'A job has been due for more than ${overdueSeconds} seconds, or the timer has not run for 15 minutes.'
    severity: 1
    window: 'PT15M'
    query: join(
      [
        'AppTraces'
        '| where Message has "sweep"'
        '| extend line = parse_json(Message)'
        '| where tostring(line.event) == "sweep"'
        '| summarize runs = count(), oldest = max(tolong(line.oldest_overdue_seconds))'
        '| where runs == 0 or oldest > ${overdueSeconds}'
      ],
      '\n'
    )
  }
  {
    name: 'failures'
    title: 'Many jobs fail'
    text: 'More than ${failurePercent} % of at least five jobs that ended within an hour failed.'
    severity: 2
    window: 'PT1H'
    query: join(
      [
        'AppTraces'
        '| where Message has "job-state"'
        '| extend line = parse_json(Message)'
        '| where tostring(line.event) == "job-state"'
        '| extend state = tostring(line.to)'
        '| where state in ("COMPLETED", "FAILED", "CANCELLED")'
        '| summarize ended = sum(ItemCount), failed = sumif(ItemCount, state == "FAILED")'
        '| where ended >= 5 and failed * 100 > ended * ${failurePercent}'
      ],
      '\n'
    )
  }
]

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${namePrefix}-operators'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'qexecutor'
    emailReceivers: empty(email)
      ? []
      : [
          {
            name: 'operators'
            emailAddress: email
            useCommonAlertSchema: true
          }
        ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2021-08-01' = [
  for rule in rules: {
    name: '${namePrefix}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.text
      enabled: true
      severity: rule.severity
      scopes: [
        logAnalyticsId
      ]
      evaluationFrequency: 'PT15M'
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              minFailingPeriodsToAlert: 1
              numberOfEvaluationPeriods: 1
            }
          }
        ]
      }
      autoMitigate: true
      // A new workspace has no such tables before the app has logged something.
      skipQueryValidation: true
      actions: {
        actionGroups: [
          actionGroup.id
        ]
      }
    }
  }
]
