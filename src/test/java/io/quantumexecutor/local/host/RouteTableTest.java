package io.quantumexecutor.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.HttpMethod;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteTableTest {
  private static final RouteTable ROUTES =
      new RouteTable(
          "api",
          List.of(
              http("rest", "files/{*rest}", HttpMethod.GET),
              http("get", "jobs/{id}", HttpMethod.GET),
              http("list", "jobs", HttpMethod.GET),
              http("submit", "jobs", HttpMethod.POST),
              http("preflight", "jobs/preflight", HttpMethod.POST),
              http("result", "jobs/{id}/result", HttpMethod.GET),
              http("Named", "", HttpMethod.GET),
              http("any", "any")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/jobs                | list      | {}
          GET    | /api/jobs/               | list      | {}
          GET    | /API/Jobs                | list      | {}
          POST   | /api/jobs                | submit    | {}
          POST   | /api/jobs/preflight      | preflight | {}
          GET    | /api/jobs/preflight      | get       | {id=preflight}
          GET    | /api/jobs/a%20b%2Bc+d    | get       | {id=a b+c+d}
          GET    | /api/jobs/x/result       | result    | {id=x}
          GET    | /api/jobs/x/RESULT/      | result    | {id=x}
          GET    | /api/files/a/b%20c/d     | rest      | {rest=a/b c/d}
          GET    | /api/files               | rest      | {}
          GET    | /api/Named               | Named     | {}
          DELETE | /api/any                 | any       | {}
          """)
  void match_path_findsFunctionAndValues(
      HttpMethod method, String path, String function, String values) {
    RouteTable.Match match = ROUTES.match(method, path).orElseThrow();

    assertThat(match.function().name()).isEqualTo(function);
    assertThat(match.values()).hasToString(values);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/api/jobs",
    "HEAD,/api/jobs",
    "GET,/jobs",
    "GET,/",
    "GET,/api",
    "GET,/api/jobs//",
    "GET,/api/jobs//result",
    "GET,/api/jobs/x/y",
    "GET,/api/jobs/x/result/y"
  })
  void match_methodOrPathUnlisted_isNotFound(HttpMethod method, String path) {
    assertThat(ROUTES.match(method, path)).isEmpty();
  }

  @Test
  void match_emptyPrefix_routesStartAtRoot() {
    RouteTable routes = new RouteTable("", List.of(http("list", "jobs", HttpMethod.GET)));

    assertThat(routes.match(HttpMethod.GET, "/jobs")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs/{id}.json", "jobs/{id:int}", "{a?}", "{a=1}", "{*a}/b"})
  void new_partUnknown_isRefused(String route) {
    assertThatThrownBy(() -> new RouteTable("api", List.of(http("f", route, HttpMethod.GET))))
        .isInstanceOf(HostException.class);
  }

  private static FunctionMethod http(String name, String route, HttpMethod... methods) {
    Method unused = RouteTableTest.class.getDeclaredMethods()[0];
    return new FunctionMethod(name, new Trigger.Http(route, List.of(methods)), unused);
  }
}
