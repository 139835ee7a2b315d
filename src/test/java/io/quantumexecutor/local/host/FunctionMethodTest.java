package io.quantumexecutor.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FunctionMethodTest {
  @Test
  void load_sampleFunctions_haveTheirTriggers() {
    assertThat(FunctionMethod.load(List.of(SampleFunctions.class)))
        .extracting(FunctionMethod::name)
        .contains("Echo", "Work", "Tick");
  }

  @Test
  void load_severalProblems_areAllListed() {
    assertThatThrownBy(() -> FunctionMethod.load(List.of(Unloadable.class)))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("Unloadable.twice: the method's name is not unique")
        .hasMessageContaining("Two functions are named Same")
        .hasMessageContaining("Unloadable.noTrigger: needs exactly one")
        .hasMessageContaining("cannot bind the parameter java.lang.Object message")
        .hasMessageContaining("cannot bind the parameter double count")
        .hasMessageContaining("cannot bind the parameter java.lang.String plain")
        .hasMessageContaining("Unloadable.returning: cannot return java.lang.String");
  }

  @Test
  void inPackage_ofTheTests_findsClassesWithFunctions() {
    assertThat(FunctionClasses.inPackage("io.quantumexecutor.local.host"))
        .contains(SampleFunctions.class)
        .doesNotContain(FunctionMethodTest.class);
  }

  @Test
  void inPackage_withoutFunctions_isRefused() {
    assertThatThrownBy(() -> FunctionClasses.inPackage("io.quantumexecutor.circuit"))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("io.quantumexecutor.circuit");
  }

  /** Everything the loader must refuse. */
  public static final class Unloadable {
    @FunctionName("Same")
    public void twice(@TimerTrigger(name = "t", schedule = "00:00:01") String timer) {}

    public void twice() {}

    @FunctionName("Same")
    public void noUsableParameter(
        @QueueTrigger(name = "m", queueName = "q") Object message,
        @BindingName("DequeueCount") double count,
        String plain) {}

    @FunctionName("NoTrigger")
    public void noTrigger() {}

    @FunctionName("Returning")
    public String returning(@QueueTrigger(name = "m", queueName = "q") String message) {
      return message;
    }
  }
}
