package io.quantumexecutor.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.HttpMethod;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
              http("number", "jobs/{n:int}", HttpMethod.GET),
              http("list", "jobs", HttpMethod.GET),
              http("submit", "jobs", HttpMethod.POST),
              http("preflight", "jobs/preflight", HttpMethod.POST),
              http("result", "jobs/{id:guid}/result", HttpMethod.GET),
              http("page", "pages/{size:int=20}/{mark?}", HttpMethod.GET),
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
          GET    | /api/jobs/12             | number    | {n=12}
          GET    | /api/jobs/99999999999    | get       | {id=99999999999}
          GET    | /api/jobs/a%20b%2Bc+d    | get       | {id=a b+c+d}
          GET    | /api/jobs/00000000-0000-4000-8000-00000000000f/result | result | {id=00000000-0000-4000-8000-00000000000f}
          GET    | /api/files/a/b%20c/d     | rest      | {rest=a/b c/d}
          GET    | /api/files               | rest      | {}
          GET    | /api/pages               | page      | {size=20}
          GET    | /api/pages/5             | page      | {size=5}
          GET    | /api/pages/5/x           | page      | {size=5, mark=x}
          GET    | /api/Named               | Named     | {}
          DELETE | /api/any                 | any       | {}
          """)
  void match_path_findsFunctionAndValues(
      HttpMethod method, String path, String function, String values) {
    RouteTable.Match match = ROUTES.match(method, path).orElseThrow();

    assertThat(match.function().name()).isEqualTo(function);
    assertThat(text(match.values())).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/api/jobs",
    "HEAD,/api/jobs",
    "GET,/jobs",
    "GET,/",
    "GET,/api",
    "GET,/api/jobs//",
    "GET,/api/jobs/x/result",
    "GET,/api/pages/five",
    "GET,/api/pages/5/x/y"
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
  @ValueSource(
      strings = {"jobs/{id}.json", "jobs/{id:min(1)}", "jobs/{id:color}", "{*a}/b", "{a?}/b"})
  void new_partUnknown_isRefused(String route) {
    assertThatThrownBy(() -> new RouteTable("api", List.of(http("f", route, HttpMethod.GET))))
        .isInstanceOf(HostException.class);
  }

  private static String text(Map<String, String> values) {
    List<String> order = List.of("size", "mark");
    return values.entrySet().stream()
        .sorted(Comparator.comparing(entry -> order.indexOf(entry.getKey())))
        .toList()
        .toString()
        .replace('[', '{')
        .replace(']', '}');
  }

  private static FunctionMethod http(String name, String route, HttpMethod... methods) {
    Method unused = RouteTableTest.class.getDeclaredMethods()[0];
    return new FunctionMethod(name, new Trigger.Http(route, List.of(methods)), unused);
  }
}
