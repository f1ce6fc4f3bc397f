package io.multishot.contract;

import io.multishot.fixtures.Channel;
import io.multishot.fixtures.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A kind of generated channel. */
final class Subject {

  private final String name;
  private final Supplier<Channel> open;
  private final List<@Nullable Object> values;
  private final Channel sample;

  /**
   * @param name what it is called in test reports
   * @param open opens a channel
   * @param values what to send: extremes, and whatever a careless copy would change
   */
  Subject(String name, Supplier<Channel> open, List<@Nullable Object> values) {
    this.name = name;
    this.open = open;
    this.values = Collections.unmodifiableList(new ArrayList<>(values));
    this.sample = open.get();
  }

  String name() {
    return name;
  }

  List<@Nullable Object> values() {
    return values;
  }

  boolean carriesReference() {
    return name.contains("Object");
  }

  /** A value that tells its number, as far as the type has room for it, in all its bits. */
  Object numbered(int number) {
    return sample.valueOf(Telling.VALUES, number);
  }

  /** Opens a channel to play with. */
  Line line() {
    return new Line(this, open.get());
  }

  @Override
  public String toString() {
    return name;
  }

  /** Values of which those of two numbers in sequence differ in any type. */
  private static final class Telling extends Values {

    static final Telling VALUES = new Telling();

    @Override
    protected long bits(long number, int part) {
      return number * 0x9e3779b97f4a7c15L;
    }

    @Override
    protected <T> T reference(long bits, Class<T> type) {
      return type.cast(type == String.class ? Long.toString(bits) : bits);
    }
  }
}
