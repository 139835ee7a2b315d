metadata description = 'Lets the app submit to one quantum workspace, made here or already there. Deployed to the workspace\'s own resource group.'

@description('Required. Name of the workspace in this resource group.')
param workspaceName string

@description('Required. Object id of the app\'s identity.')
param principalId string

var roles = loadJsonContent('../roles.json')

resource workspace 'Microsoft.Quantum/workspaces@2023-11-13-preview' existing = {
  name: workspaceName
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(workspace.id, principalId, roles.quantumWorkspaceDataContributor)
  scope: workspace
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.quantumWorkspaceDataContributor
    )
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Region of the workspace.')
output workspaceLocation string = workspace.location
