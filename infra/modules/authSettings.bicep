metadata description = 'App Service authentication: callers show a token of Microsoft Entra, or get 401.'

@description('Required. Name of the function app.')
param functionAppName string

@description('Required. Client id of the app registration that tokens are made for.')
param clientId string

@description('Required. Issuer of the tokens.')
param issuer string

resource site 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource authSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
      // What a browser loads before anybody has signed in. None of it shows a job.
      excludedPaths: [
        '/api/health'
        '/api/openapi.json'
        '/api/console'
        '/api/console/*'
      ]
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          openIdIssuer: issuer
        }
        validation: {
          allowedAudiences: [
            clientId
            'api://${clientId}'
          ]
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
}
