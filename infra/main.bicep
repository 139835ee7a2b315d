metadata description = 'Azure Quantum Executor: a function app, its storage, vault and logs, and a quantum workspace.'

targetScope = 'subscription'

@description('Required. Name of the environment. The resource group is called after it, and every generated name depends on it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Required. Region of everything but a new quantum workspace; it must offer the Flex Consumption plan.')
param location string

@description('Optional. Name of the resource group.')
param resourceGroupName string = 'rg-${environmentName}'

@description('Optional. Resource id of an existing quantum workspace, in any resource group or subscription of this tenant. Empty makes a new one.')
param existingQuantumWorkspaceId string = ''

@description('Optional. Region of a new quantum workspace: eastus, westus, northeurope or westeurope.')
param quantumWorkspaceLocation string = 'eastus'

@description('Optional. Offers of a new quantum workspace, each provider/plan, separated by commas, as az quantum offerings list names them. Terms of paid ones must have been accepted.')
param quantumProviders string = ''

@description('Optional. Client id of an app registration. With it callers need a token of Microsoft Entra as well as a function key; empty leaves function keys alone.')
param authClientId string = ''

@description('Optional. Issuer of those tokens; empty for this tenant.')
param authIssuer string = ''

@description('Optional. Address that alerts are mailed to. Empty leaves them in the portal.')
param alertEmail string = ''

@description('Optional. Seconds a job may be overdue before an alert.')
@minValue(60)
param overdueAlertSeconds int = 900

@description('Optional. Percentage of the jobs ended in an hour that may fail before an alert.')
@minValue(0)
@maxValue(100)
param failureAlertPercent int = 20

@description('Optional. NCRONTAB schedule of the timer that watches jobs. Its runs are most of the cost at idle.')
param pollSchedule string = '*/30 * * * * *'

@description('Optional. The most instances that may run at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Optional. Arguments of the JVM. Empty keeps the platform\'s own (C1 only), which its pre-warmed workers run with; others can lose those.')
param jvmArguments string = ''

@description('Optional. Further settings of the app, name to value. Nothing secret: whoever may read the deployment can read them.')
param extraAppSettings object = {}

@description('Optional. Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Optional. Gigabytes of logs a day after which no more are taken until the next day.')
@minValue(1)
param logDailyQuotaGb int = 1

@description('Optional. Object id of who runs the keyset hook; gets Key Vault Secrets Officer on the vault. Empty if that one has the role already.')
param deployerPrincipalId string = ''

@description('Optional. What the deployer is.')
@allowed([
  'Group'
  'ServicePrincipal'
  'User'
])
param deployerPrincipalType string = 'User'

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
}

// The scope of a module must be known before anything is deployed: the id of a new workspace is put
// together from its names.
var newQuantumWorkspaceName = 'quantum-${token}'
var quantumWorkspaceId = empty(existingQuantumWorkspaceId)
  ? '/subscriptions/${subscription().subscriptionId}/resourceGroups/${resourceGroupName}/providers/Microsoft.Quantum/Workspaces/${newQuantumWorkspaceName}'
  : existingQuantumWorkspaceId
var quantumWorkspaceIdParts = split(quantumWorkspaceId, '/')

resource group 'Microsoft.Resources/resourceGroups@2021-04-01' = {
  name: resourceGroupName
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${token}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'stapp${token}'
    location: location
    tags: tags
  }
}

module vault 'modules/keyVault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    logAnalyticsName: 'log-${token}'
    applicationInsightsName: 'appi-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageAccountName: storage.outputs.name
    vaultName: vault.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    deployerPrincipalId: deployerPrincipalId
    deployerPrincipalType: deployerPrincipalType
  }
}

module quantumWorkspace 'modules/quantumWorkspace.bicep' = if (empty(existingQuantumWorkspaceId)) {
  name: 'quantumWorkspace'
  scope: group
  params: {
    name: newQuantumWorkspaceName
    storageAccountName: 'stquantum${token}'
    location: quantumWorkspaceLocation
    tags: tags
    providers: quantumProviders
  }
}

module quantumAccess 'modules/quantumAccess.bicep' = {
  name: 'quantumAccess-${token}'
  scope: resourceGroup(quantumWorkspaceIdParts[2], quantumWorkspaceIdParts[4])
  params: {
    workspaceName: last(quantumWorkspaceIdParts)
    principalId: identity.outputs.principalId
  }
  dependsOn: [
    quantumWorkspace
  ]
}

module functionApp 'modules/functionApp.bicep' = {
  name: 'functionApp'
  scope: group
  params: {
    name: 'func-${token}'
    planName: 'plan-${token}'
    location: location
    tags: tags
    identityName: identity.outputs.name
    storageAccountName: storage.outputs.name
    packageContainerName: storage.outputs.packageContainerName
    vaultName: vault.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    quantumWorkspaceId: quantumAccess.outputs.workspaceId
    quantumWorkspaceLocation: quantumAccess.outputs.workspaceLocation
    pollSchedule: pollSchedule
    maximumInstanceCount: maximumInstanceCount
    jvmArguments: jvmArguments
    requireSignIn: !empty(authClientId)
    extraAppSettings: extraAppSettings
  }
  // The app reads its package and its settings with these roles as soon as it is there.
  dependsOn: [
    roles
  ]
}

module authSettings 'modules/authSettings.bicep' = if (!empty(authClientId)) {
  name: 'authSettings'
  scope: group
  params: {
    functionAppName: functionApp.outputs.name
    clientId: authClientId
    issuer: empty(authIssuer) ? '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0' : authIssuer
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    namePrefix: 'alert-${token}'
    location: location
    tags: tags
    logAnalyticsId: monitoring.outputs.logAnalyticsId
    email: alertEmail
    overdueSeconds: overdueAlertSeconds
    failurePercent: failureAlertPercent
  }
}

@description('Name of the resource group.')
output resourceGroupName string = group.name

@description('Name of the function app.')
output functionAppName string = functionApp.outputs.name

@description('Resource id of the function app; the keyset hook has it read its settings again.')
output functionAppId string = functionApp.outputs.id

@description('Address that all routes begin with.')
output apiAddress string = functionApp.outputs.apiAddress

@description('Name of the storage account; submissions may be dropped into its queue quantum-jobs.')
output storageAccountName string = storage.outputs.name

@description('Name of the vault; the keyset hook writes there.')
output vaultName string = vault.outputs.name

@description('Resource id of the workspace that jobs run on.')
output quantumWorkspaceId string = quantumAccess.outputs.workspaceId

@description('Object id of the app\'s identity, to give it roles on further workspaces.')
output identityPrincipalId string = identity.outputs.principalId
