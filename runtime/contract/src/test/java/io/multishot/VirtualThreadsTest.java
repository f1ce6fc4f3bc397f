package io.multishot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the runtime knows of virtual threads is true of each version of Java. */
@Tag("production")
final class VirtualThreadsTest {

  @ParameterizedTest
  @CsvSource({
    "17, false",
    "17.0.15, false",
    "21, false",
    "21.0.2, false",
    "24.0.1, false",
    "25, true",
    "25.0.2, true",
    "25.0.2+10-LTS, true",
    "25.0.3, false",
    "25.0.3+9-LTS, false",
    "26, true",
    "26-ea, true",
    "26.0.1, false",
    "27, false",
    "27-ea, false"
  })
  void mayMissUnparks_isTrueOfTheAffectedJavaVersionsOnly(String version, boolean isAffected) {
    assertEquals(isAffected, VirtualThreads.mayMissUnparks(Runtime.Version.parse(version)));
  }

  @Test
  void isCurrent_onAPlatformThread_isFalse() {
    assertFalse(VirtualThreads.isCurrent());
  }
}
