package io.quantumexecutor.storage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first needed: clients that an invocation does not use cost nothing. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }
}
