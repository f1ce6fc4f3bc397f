package io.multishot.samples.orderbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileTest {

  @Test
  void read_ofAddsAndCancels_returnsThem() throws Exception {
    assertEquals(
        List.of(
            Command.add(1, Side.BUY, 10_025, 300),
            Command.add(2, Side.SELL, 10_100, 5),
            Command.cancel(1)),
        read("add,1,buy,100.25,300", " add , 2 , sell , 101 , 5 ", "", "cancel,1,,,"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add,1,buy,100.25      | it has 4 fields instead of five: action,order,side,price,quantity",
        "trade,1,buy,1,1       | the action is 'trade' instead of add or cancel",
        "add,x,buy,1,1         | the order is 'x' instead of a whole number from 1 to 1000000",
        "add,1000001,buy,1,1   | the order is '1000001' instead of a whole number from 1 to"
            + " 1000000",
        "add,1,long,1,1        | the side is 'long' instead of buy or sell",
        "add,1,buy,1.005,1     | the price is '1.005' instead of one in full cents, such as 101.25",
        "add,1,buy,0,1         | the price is '0' instead of one in full cents, such as 101.25",
        "add,1,buy,,1          | the price is '' instead of one in full cents, such as 101.25",
        "add,1,buy,1,0         | the quantity is '0' instead of a whole number from 1 to 1000000",
        "add,7,buy,1,1         | order 7 was added in line 2; give it another number",
        "cancel,7,buy,,        | a cancel has no side, price or quantity; leave them empty:"
            + " cancel,17,,,",
        "cancel,-7,,,          | the order is '-7' instead of a whole number from 1 to 1000000",
      })
  void read_ofAWrongLine_namesItAndTheRemedy(String line, String message) {
    var thrown = assertThrows(InputException.class, () -> read("add,7,buy,1,1", "", line));
    assertEquals("test.csv:4: " + message, thrown.getMessage());
  }

  @Test
  void read_withoutTheHeader_isRefused() {
    var lines = new BufferedReader(new StringReader("add,1,buy,1,1"));
    var thrown = assertThrows(InputException.class, () -> OrderFile.read("test.csv", lines));
    assertEquals(
        "test.csv:1: the first line is 'add,1,buy,1,1' instead of " + OrderFile.HEADER,
        thrown.getMessage());
  }

  @Test
  void read_withoutOrders_isRefused() {
    var thrown = assertThrows(InputException.class, () -> read());
    assertTrue(String.valueOf(thrown.getMessage()).startsWith("test.csv: no orders; it needs"));
  }

  @Test
  void read_ofABinaryFile_isRefused(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    var thrown = assertThrows(InputException.class, () -> OrderFile.read(file));
    assertEquals(
        file + ": not a text in UTF-8; name a CSV file after --orders", thrown.getMessage());
  }

  @Test
  void read_ofAFolder_isRefused(@TempDir Path folder) {
    var thrown = assertThrows(InputException.class, () -> OrderFile.read(folder));
    assertTrue(String.valueOf(thrown.getMessage()).startsWith(folder + ": cannot be read ("));
  }

  @Test
  void bundledFile_isWhatTheGeneratorMakes() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/io/multishot/samples/orders.csv"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(new OrderFileGenerator().generate(), text);
    }
  }

  private static List<Command> read(String... lines) throws Exception {
    String text = OrderFile.HEADER + "\n" + String.join("\n", lines);
    return OrderFile.read("test.csv", new BufferedReader(new StringReader(text)));
  }
}
