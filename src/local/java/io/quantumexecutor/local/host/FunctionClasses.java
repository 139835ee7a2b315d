package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds an app's functions and its injector on the class path. */
final class FunctionClasses {
  private FunctionClasses() {}

  /** The classes of a package, compiled into folders, that have a {@code @FunctionName} method. */
  static List<Class<?>> inPackage(String packageName) {
    String resource = packageName.replace('.', '/');
    try {
      ClassLoader loader = FunctionClasses.class.getClassLoader();
      List<Class<?>> found =
          Collections.list(loader.getResources(resource)).stream()
              .filter(folder -> folder.getProtocol().equals("file"))
              .flatMap(FunctionClasses::classFiles)
              .<Class<?>>map(file -> load(packageName + "." + file.replace(".class", "")))
              .filter(FunctionClasses::hasFunctions)
              .toList();
      if (found.isEmpty()) {
        throw new HostException("Package " + packageName + " holds no @FunctionName method");
      }
      return found;
    } catch (IOException e) {
      throw new HostException("Cannot list the classes of " + packageName, e);
    }
  }

  private static Stream<String> classFiles(URL folder) {
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      return names.stream().filter(name -> name.endsWith(".class"));
    } catch (IOException | URISyntaxException e) {
      throw new HostException("Cannot list the classes in " + folder, e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, FunctionClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new HostException("Cannot load " + name, e);
    }
  }

  private static boolean hasFunctions(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .anyMatch(method -> method.isAnnotationPresent(FunctionName.class));
  }

  /** The one injector named in {@code META-INF/services}, else a new instance for every call. */
  static FunctionInstanceInjector injector() {
    List<FunctionInstanceInjector> found =
        ServiceLoader.load(FunctionInstanceInjector.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    if (found.size() > 1) {
      throw new HostException("More than one FunctionInstanceInjector: " + found);
    }
    return found.isEmpty() ? new NewInstances() : found.get(0);
  }

  /** What the worker does without an injector. */
  static final class NewInstances implements FunctionInstanceInjector {
    @Override
    public <T> T getInstance(Class<T> type) throws ReflectiveOperationException {
      try {
        return type.getConstructor().newInstance();
      } catch (InvocationTargetException e) {
        throw new HostException("The constructor of " + type.getName() + " failed", e.getCause());
      }
    }
  }
}
