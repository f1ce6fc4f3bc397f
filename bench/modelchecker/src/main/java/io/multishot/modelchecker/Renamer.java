package io.multishot.modelchecker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Puts other names of classes into a class file. All that names a class, be it in a descriptor or
 * in a signature, is a string in the table of constants, to which the rest refers by number.
 */
final class Renamer {

  private static final int HEADER = 8;

  private Renamer() {}

  /**
   * @param names internal names, and those to put in their place
   */
  static byte[] rename(byte[] file, Map<String, String> names) {
    try {
      ByteArrayOutputStream renamed = new ByteArrayOutputStream(file.length + HEADER);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
      DataOutputStream out = new DataOutputStream(renamed);
      out.write(in.readNBytes(HEADER));
      int count = in.readUnsignedShort();
      out.writeShort(count);
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        out.writeByte(tag);
        switch (tag) {
          case 1 -> out.writeUTF(rename(in.readUTF(), names));
          case 7, 8, 16, 19, 20 -> out.write(in.readNBytes(2));
          case 15 -> out.write(in.readNBytes(3));
          case 3, 4, 9, 10, 11, 12, 17, 18 -> out.write(in.readNBytes(4));
          case 5, 6 -> {
            out.write(in.readNBytes(8));
            i++; // a long or a double takes two numbers
          }
          default -> throw new IllegalArgumentException("a constant of kind " + tag);
        }
      }
      out.write(in.readAllBytes());
      return renamed.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String rename(String constant, Map<String, String> names) {
    String renamed = constant;
    for (Map.Entry<String, String> each : names.entrySet()) {
      renamed = rename(renamed, each.getKey(), each.getValue());
    }
    return renamed;
  }

  /** Leaves names that are longer, unless they are those of nested classes. */
  private static String rename(String constant, String name, String by) {
    int found = constant.indexOf(name);
    if (found < 0) {
      return constant;
    }
    StringBuilder renamed = new StringBuilder();
    int from = 0;
    for (; found >= 0; found = constant.indexOf(name, from)) {
      int end = found + name.length();
      boolean isWhole =
          end == constant.length()
              || constant.charAt(end) == '$'
              || !Character.isJavaIdentifierPart(constant.charAt(end));
      renamed.append(constant, from, found).append(isWhole ? by : name);
      from = end;
    }
    return renamed.append(constant, from, constant.length()).toString();
  }
}
