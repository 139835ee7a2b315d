package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a host runs.
 *
 * @param port where HTTP is served on 127.0.0.1; 0 takes any free one
 * @param hostJson the app's {@code host.json}
 * @param environment the app's settings: connections, {@code %NAME%} and {@code
 *     AzureWebJobs.FUNCTION.Disabled} are looked up here
 * @param classes the classes whose {@code @FunctionName} methods run
 * @param injector gives the instance a function is called on, once for every invocation
 */
public record HostSettings(
    int port,
    Path hostJson,
    Map<String, String> environment,
    List<Class<?>> classes,
    FunctionInstanceInjector injector) {

  public HostSettings {
    environment = Map.copyOf(environment);
    classes = List.copyOf(classes);
  }

  /**
   * This app: the functions of package {@code io.quantumexecutor.function}, and the injector that
   * the app names in {@code META-INF/services}.
   *
   * @throws HostException when there are no functions or more than one injector
   */
  public static HostSettings ofApp(int port, Path hostJson, Map<String, String> environment) {
    return new HostSettings(
        port,
        hostJson,
        environment,
        FunctionClasses.inPackage("io.quantumexecutor.function"),
        FunctionClasses.injector());
  }
}
