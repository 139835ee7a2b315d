package io.quantumexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkippedTestsTest {
  @Test
  void reasons_failedAssumption_isItsMessage() throws Exception {
    assertThat(
            SkippedTests.reasons(
                """
                <testsuite name="a.FirstIT" tests="2"><testcase name="runs"/><testcase name="skips">
                <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.\
                TestAbortedException: Assumption failed: pages in a browser (install chromium)
                	at a.FirstIT.skips(FirstIT.java:12)
                ]]></skipped></testcase></testsuite>
                """))
        .containsExactly("pages in a browser (install chromium)");
  }

  @Test
  void reasons_unmetCondition_isItsReason() throws Exception {
    assertThat(
            SkippedTests.reasons(
                """
                <testsuite name="a.FirstIT" tests="1"><testcase name="">
                <skipped message="a tool&apos;s files (install it)"/>
                </testcase></testsuite>
                """))
        .containsExactly("a tool's files (install it)");
  }

  @Test
  void reasons_classOfWhichNoTestRan_isNamed() throws Exception {
    assertThat(SkippedTests.reasons("<testsuite name=\"a.FirstIT\" tests=\"0\"/>"))
        .containsExactly("a.FirstIT (no test ran)");
  }

  @Test
  void reasons_everythingRan_none() throws Exception {
    assertThat(
            SkippedTests.reasons(
                "<testsuite name=\"a.FirstIT\" tests=\"1\"><testcase name=\"runs\"/></testsuite>"))
        .isEmpty();
  }
}
