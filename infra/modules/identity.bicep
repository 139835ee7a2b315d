metadata description = 'The one identity of the function app. Everything it may do is a role assignment to it.'

@description('Required. Name of the user-assigned identity.')
param name string

@description('Required. Region of the identity.')
param location string

@description('Required. Tags of the identity.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

@description('Name of the identity.')
output name string = identity.name

@description('Object id that roles are assigned to.')
output principalId string = identity.properties.principalId
