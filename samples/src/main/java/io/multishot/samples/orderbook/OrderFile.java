package io.multishot.samples.orderbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the orders of a day from CSV. After the header come lines such as
 *
 * <pre>
 *   add,17,buy,101.25,300
 *   cancel,17,,,
 * </pre>
 */
final class OrderFile {

  static final String HEADER = "action,order,side,price,quantity";

  /** Order ids are indexes in the {@link OrderBook}, hence no larger. */
  static final int LARGEST_ID = 1_000_000;

  private static final int LARGEST_PRICE = 100_000_000;
  private static final int LARGEST_QUANTITY = 1_000_000;
  private static final String BUNDLED = "/io/multishot/samples/orders.csv";

  private final String name;
  private final List<Command> commands = new ArrayList<>();
  private final Map<Integer, Integer> lineOfAdd = new HashMap<>();
  private int lineNumber;

  private OrderFile(String name) {
    this.name = name;
  }

  /** Reads the file that ships with the program. */
  static List<Command> readBundled() throws InputException {
    try (InputStream in =
            Objects.requireNonNull(OrderFile.class.getResourceAsStream(BUNDLED), BUNDLED);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read("orders.csv", reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a resource of this program", e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws InputException if it cannot be read, or a line is wrong
   */
  static List<Command> read(Path file) throws InputException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return read(file.toString(), reader);
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file; name an existing one after --orders");
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": not a text in UTF-8; name a CSV file after --orders");
    } catch (IOException e) {
      throw new InputException(
          file + ": cannot be read (" + e.getMessage() + "); name another after --orders");
    }
  }

  /** Reads lines; {@code name} stands for their source in messages. */
  static List<Command> read(String name, BufferedReader lines) throws IOException, InputException {
    OrderFile file = new OrderFile(name);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      file.lineNumber++;
      file.accept(line);
    }
    if (file.commands.isEmpty()) {
      throw new InputException(
          name
              + ": no orders; it needs the header "
              + HEADER
              + " and lines such as "
              + "add,17,buy,101.25,300");
    }
    return List.copyOf(file.commands);
  }

  private void accept(String line) throws InputException {
    if (lineNumber == 1) {
      if (!line.strip().equals(HEADER)) {
        throw wrong("the first line is '" + line + "' instead of " + HEADER);
      }
    } else if (!line.isBlank()) {
      commands.add(command(line.split(",", -1)));
    }
  }

  private Command command(String[] fields) throws InputException {
    if (fields.length != 5) {
      throw wrong("it has " + fields.length + " fields instead of five: " + HEADER);
    }
    String action = fields[0].strip();
    return switch (action) {
      case "add" -> add(fields);
      case "cancel" -> cancel(fields);
      default -> throw wrong("the action is '" + action + "' instead of add or cancel");
    };
  }

  private Command add(String[] fields) throws InputException {
    int id = wholeNumber("order", fields[1], LARGEST_ID);
    Side side =
        switch (fields[2].strip()) {
          case "buy" -> Side.BUY;
          case "sell" -> Side.SELL;
          default -> throw wrong("the side is '" + fields[2].strip() + "' instead of buy or sell");
        };
    int price = ticks(fields[3].strip());
    int quantity = wholeNumber("quantity", fields[4], LARGEST_QUANTITY);
    Integer before = lineOfAdd.putIfAbsent(id, lineNumber);
    if (before != null) {
      throw wrong("order " + id + " was added in line " + before + "; give it another number");
    }
    return Command.add(id, side, price, quantity);
  }

  private Command cancel(String[] fields) throws InputException {
    for (int i = 2; i < fields.length; i++) {
      if (!fields[i].isBlank()) {
        throw wrong("a cancel has no side, price or quantity; leave them empty: cancel,17,,,");
      }
    }
    return Command.cancel(wholeNumber("order", fields[1], LARGEST_ID));
  }

  private int wholeNumber(String what, String field, int largest) throws InputException {
    String text = field.strip();
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= largest) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // reported below, as is a number out of range
    }
    throw wrong(
        "the " + what + " is '" + text + "' instead of a whole number from 1 to " + largest);
  }

  private int ticks(String text) throws InputException {
    try {
      int ticks = new BigDecimal(text).movePointRight(2).intValueExact();
      if (ticks >= 1 && ticks <= LARGEST_PRICE) {
        return ticks;
      }
    } catch (ArithmeticException | NumberFormatException notAPrice) {
      // reported below, as is a price out of range
    }
    throw wrong("the price is '" + text + "' instead of one in full cents, such as 101.25");
  }

  private InputException wrong(String message) {
    return new InputException(name + ":" + lineNumber + ": " + message);
  }
}
