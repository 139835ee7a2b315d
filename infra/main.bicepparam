using './main.bicep'

// azd sets the first four from the environment that azd up asks for.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'quantum-executor')
param location = readEnvironmentVariable('AZURE_LOCATION', 'eastus')
param deployerPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param deployerPrincipalType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')

// The rest by: azd env set NAME VALUE
param existingQuantumWorkspaceId = readEnvironmentVariable('EXISTING_QUANTUM_WORKSPACE_ID', '')
param quantumWorkspaceLocation = readEnvironmentVariable('QUANTUM_WORKSPACE_LOCATION', 'eastus')
param quantumProviders = readEnvironmentVariable('QUANTUM_PROVIDERS', '')
param authClientId = readEnvironmentVariable('AUTH_CLIENT_ID', '')
param authIssuer = readEnvironmentVariable('AUTH_ISSUER', '')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL', '')
// A JSON object of strings, for example {"RETENTION_DAYS": "30", "MAX_ACTIVE_JOBS": "500"}.
param extraAppSettings = json(readEnvironmentVariable('EXTRA_APP_SETTINGS', '{}'))
param jvmArguments = readEnvironmentVariable('JVM_ARGUMENTS', '')
