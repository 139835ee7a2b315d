metadata description = 'The function app on a Flex Consumption plan, and its settings.'

@description('Required. Name of the function app.')
param name string

@description('Required. Name of the plan.')
param planName string

@description('Required. Region of both.')
param location string

@description('Required. Tags of both.')
param tags object

@description('Required. Name of the app\'s user-assigned identity.')
param identityName string

@description('Required. Name of the product\'s storage account.')
param storageAccountName string

@description('Required. Name of the container that deployments are put into.')
param packageContainerName string

@description('Required. Name of the vault.')
param vaultName string

@description('Required. Name of the Application Insights component.')
param applicationInsightsName string

@description('Required. Resource id of the workspace that jobs run on.')
param quantumWorkspaceId string

@description('Required. Region of that workspace.')
param quantumWorkspaceLocation string

@description('Required. NCRONTAB schedule of the timer.')
param pollSchedule string

@description('Required. The most instances that may run at once.')
param maximumInstanceCount int

@description('Required. Arguments of the JVM; empty keeps the platform\'s own.')
param jvmArguments string

@description('Required. Whether requests are refused while the platform\'s sign-in is off.')
param requireSignIn bool

@description('Required. Further settings of the app, name to value; they win over the ones made here.')
param extraAppSettings object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageAccountName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // azd finds the app that it deploys the service api to by this tag.
  tags: union(tags, {
    'azd-service-name': 'api'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${account.properties.primaryEndpoints.blob}${packageContainerName}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'java'
        version: '17'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }
}

resource basicPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: union(
    {
      APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId
      AzureWebJobsStorage__blobServiceUri: account.properties.primaryEndpoints.blob
      AzureWebJobsStorage__queueServiceUri: account.properties.primaryEndpoints.queue
      AzureWebJobsStorage__tableServiceUri: account.properties.primaryEndpoints.table
      MANAGED_IDENTITY_CLIENT_ID: identity.properties.clientId
      QUANTUM_WORKSPACE_RESOURCE_ID: quantumWorkspaceId
      QUANTUM_WORKSPACE_LOCATION: quantumWorkspaceLocation
      POLL_SCHEDULE: pollSchedule
      REQUIRE_SIGN_IN: string(requireSignIn)
      // Made by infra/hooks/keyset after the first deployment of this template; the hook then has
      // the app read them at once instead of at the next daily refresh.
      CREDENTIAL_KEYSET: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=credential-keyset)'
      HMAC_KEY: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=hmac-key)'
    },
    empty(jvmArguments)
      ? {}
      : {
          languageWorkers__java__arguments: jvmArguments
        },
    extraAppSettings
  )
}

@description('Name of the function app.')
output name string = site.name

@description('Resource id of the function app.')
output id string = site.id

@description('Address that all routes begin with.')
output apiAddress string = 'https://${site.properties.defaultHostName}/api'
