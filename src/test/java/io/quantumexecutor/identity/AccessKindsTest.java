package io.quantumexecutor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessKindsTest {
  private static final Workspace WORKSPACE =
      new Workspace("00000000-0000-0000-0000-000000000001", "group", "workspace");
  private static final List<Access> ALL =
      List.of(
          new Access.Integration(),
          new Access.ManagedIdentity(WORKSPACE, null),
          new Access.ServicePrincipal("tenant", "client", "secret", WORKSPACE, null));

  @Test
  void require_everyKindOfAccessThatIsAllowed_passes() {
    AccessPolicy policy = AccessPolicy.of(Set.of(WORKSPACE), true);

    assertThat(ALL)
        .extracting(access -> (Object) access.getClass())
        .containsExactlyInAnyOrder(kinds(Access.class).toArray());
    assertThatCode(() -> ALL.forEach(policy::require)).doesNotThrowAnyException();
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(AccessKindsTest::kinds)
        : Stream.of(type);
  }
}
