package io.multishot.samples.orderbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void parse_withoutArguments_returnsTheDefaults() throws Exception {
    assertEquals(Options.DEFAULTS, Options.parse());
  }

  @Test
  void parse_ofEachOption_takesItsValue() throws Exception {
    assertEquals(
        new Options(3, 500, 7, Path.of("some.csv"), Set.of(Variant.FUTURE), true),
        Options.parse(
            "--requesters 3 --requests 500 --timeout-micros 7 --orders some.csv --variant future"
                .concat(" --help")
                .split(" ")));
  }

  @Test
  void parse_ofAllVariants_takesAll() throws Exception {
    assertEquals(Set.of(Variant.values()), Options.parse("--variant", "all").variants());
  }

  @Test
  void parse_ofATimeoutOfZero_isForEver() throws Exception {
    assertEquals(ReplySlot.FOREVER, Options.parse("--timeout-micros", "0").timeoutNanos());
    assertEquals(
        TimeUnit.MICROSECONDS.toNanos(5), Options.parse("--timeout-micros", "5").timeoutNanos());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "--fast               | unknown option '--fast'",
        "fast                 | unknown option 'fast'",
        "--requesters         | --requesters needs a value after it",
        "--requesters 0       | --requesters '0': give a whole number from 1 to 1000",
        "--requesters 1001    | --requesters '1001': give a whole number from 1 to 1000",
        "--requests many      | --requests 'many': give a whole number from 1 to 1000000000",
        "--requests 9999999999| --requests '9999999999': give a whole number from 1 to 1000000000",
        "--timeout-micros -1  | --timeout-micros '-1': give a whole number from 0 to 2147483647",
        "--orders             | --orders needs a value after it",
        "--variant queue      | --variant 'queue': give channel, call, future or all",
      })
  void parse_ofAMistake_namesItAndTheRemedy(String line, String message) {
    var thrown = assertThrows(InputException.class, () -> Options.parse(line.split(" ")));
    assertEquals(message, thrown.getMessage());
  }
}
