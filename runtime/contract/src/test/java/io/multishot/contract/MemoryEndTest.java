package io.multishot.contract;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operation for which there is no memory has done nothing, or all of it. */
@Tag("production")
@Tag("forks")
final class MemoryEndTest {

  /** Every allocation asks the heap itself, which is small. */
  private static final List<String> SMALL =
      List.of("-Xmx12m", "-Xms12m", "-Xmn1m", "-XX:+UseSerialGC", "-XX:-UseTLAB", "-Xint");

  @ParameterizedTest
  @EnumSource
  void operation_withoutMemory_leavesTheChannelUsableAndTheSenderNotified(
      OperationsAtMemoryEnd.Operation operation) throws Exception {
    ForkedJvm.run(OperationsAtMemoryEnd.class, SMALL, operation.name()).assertSucceeded();
  }
}
