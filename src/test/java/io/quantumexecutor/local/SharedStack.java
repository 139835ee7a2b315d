package io.quantumexecutor.local;

import io.quantumexecutor.callback.HttpsReceiver;
import io.quantumexecutor.local.emulator.Role;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * One stack with a host for all tests that use it as clients do; they get it as a parameter. Tests
 * that kill the host, or that start it in other ways, have a {@link RunningStack} of their own.
 */
final class SharedStack implements AutoCloseable {
  /** An application that may use the workspace of {@link ServicePrincipals}. */
  static final String CLIENT = "aaaaaaaa-0000-0000-0000-000000000001";

  static final String SECRET = "their-secret~1";

  /**
   * A test class that is given the shared stack. Such classes run one after another: some look at
   * the list of all jobs, or stop the provider's clock. They leave no job unfinished, and make only
   * targets unavailable that no other test uses, because the host remembers that for a while.
   */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @ExtendWith(Resolver.class)
  @ResourceLock("the shared stack")
  @interface Used {}

  static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SharedStack.class;
    }

    /** Starts the stack for the first class; JUnit closes it after the last. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(SharedStack.class))
          .computeIfAbsent(SharedStack.class);
    }
  }

  final HttpsReceiver receiver = HttpsReceiver.start();
  final ShiftedClock providerClock = new ShiftedClock();
  final RunningStack stack = RunningStack.withoutHost(providerClock, Duration.ofMillis(200));
  final JobsApi api;

  SharedStack() throws IOException, GeneralSecurityException {
    stack.trust(receiver.certificate());
    ServicePrincipals.register(stack.emulator(), CLIENT, SECRET, Role.DATA_CONTRIBUTOR);
    api =
        stack.startHost(
            Map.of(
                "PRIVATE_WORKSPACES",
                ServicePrincipals.WORKSPACE.resourceId(),
                "CALLBACK_TEST_HOSTS",
                "localhost:" + receiver.port()));
  }

  @Override
  public void close() {
    stack.close();
    receiver.close();
  }
}
