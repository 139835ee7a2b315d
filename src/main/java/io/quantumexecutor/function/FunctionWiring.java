package io.quantumexecutor.function;

import static java.util.stream.Collectors.toMap;

import com.azure.core.credential.TokenCredential;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import io.quantumexecutor.api.ConsoleApi;
import io.quantumexecutor.api.OpenApi;
import io.quantumexecutor.callback.SignedCallbacks;
import io.quantumexecutor.identity.Connections;
import io.quantumexecutor.identity.ManagedIdentities;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.TraceContext;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.lifecycle.accept.CountActiveJobs;
import io.quantumexecutor.quantum.ProviderCatalogue;
import io.quantumexecutor.quantum.QuantumClients;
import io.quantumexecutor.storage.StorageClients;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.target.Translation;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The composition root: the worker makes one and asks it for the instance of each trigger class.
 *
 * <p>Everything is built when the first trigger is called, and not by a static initializer: the
 * worker never answers a call during which a class fails to initialize, while an exception from
 * here is an ordinary failure that says which settings are missing.
 */
public final class FunctionWiring implements FunctionInstanceInjector {
  /** Longer than most requests take, and much shorter than clients wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private @Nullable Map<Class<?>, Object> triggers;

  @Override
  public synchronized <T> T getInstance(Class<T> functionClass) {
    if (triggers == null) {
      triggers = FatalErrors.OF_THIS_PROCESS.within(() -> triggers(Settings.from(System.getenv())));
      FatalErrors.OF_THIS_PROCESS.watchOtherThreads();
    }
    return functionClass.cast(
        Objects.requireNonNull(triggers.get(functionClass), functionClass.getName()));
  }

  private static Map<Class<?>, Object> triggers(Settings settings) {
    InstantSource clock = Clock.systemUTC();
    CallScope scope = new CallScope(new LoggedLines(), new TraceContext());
    TokenCredential credential = ManagedIdentities.credential(settings.identityClientId());
    StorageClients storage = AzureWiring.storage(settings.storage(), credential, scope.lines());
    QuantumClients quantum = AzureWiring.quantum(settings, scope.trace(), clock);
    Connections workspaces = AzureWiring.workspaces(settings, credential, storage, quantum);
    Callbacks callbacks =
        SignedCallbacks.of(settings.hmacKey().bytes(), settings.callbackTestHosts(), clock);
    Targets targets = new Targets(ProviderCatalogue.bundled(), workspaces, clock);
    LifecycleWiring lifecycle =
        new LifecycleWiring(
            storage,
            storage.dispatchQueue(scope.trace()),
            workspaces,
            callbacks,
            new Translation(targets, settings.limits().circuit()),
            scope.lines(),
            settings.timing(),
            WorkLedger.ofHeap(PATIENCE),
            new SecureRandom(),
            clock);
    ApiWiring api =
        new ApiWiring(settings, storage, workspaces, callbacks, targets, lifecycle, clock);
    CountActiveJobs count = new CountActiveJobs(storage.ownerCounts(), clock);
    return triggers(lifecycle, api, count, quantum::calls, scope);
  }

  private static Map<Class<?>, Object> triggers(
      LifecycleWiring lifecycle,
      ApiWiring api,
      CountActiveJobs count,
      LongSupplier upstreamCalls,
      CallScope scope) {
    return Stream.of(
            new JobFunctions(api.jobs(), api.preflight(), scope),
            new BackendFunctions(api.backends()),
            new WorkspaceFunctions(api.workspaces()),
            new HealthFunction(api.health()),
            new OpenApiFunction(new OpenApi()),
            new ConsoleFunction(new ConsoleApi()),
            new QueueFunctions(api.messages(), scope),
            new PollFunction(lifecycle.poll(), count, upstreamCalls, scope))
        .collect(toMap(Object::getClass, trigger -> trigger));
  }
}
