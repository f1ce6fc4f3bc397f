package io.multishot.report;

import io.multishot.report.Case.Role;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;

/** The colours, fonts and sizes that all charts share. */
final class Theme {

  /** What a page of a repository shows without scaling it down. */
  static final int WIDTH = 880;

  static final Color PAPER = Color.WHITE;
  static final Color INK = new Color(0x1f2328);
  static final Color MUTED = new Color(0x6a737d);
  static final Color GRID = new Color(0xe4e7eb);

  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 12);

  static final Stroke HAIRLINE = new BasicStroke(1);

  static final Stroke DOTS =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {1, 3}, 0);

  /** The generic stack that {@link Font#SANS_SERIF} stands for in the file. */
  static final String FONT_STACK = "system-ui, -apple-system, Helvetica, Arial, sans-serif";

  private static final Color OURS = new Color(0x0b63c5);
  private static final Color PEER = new Color(0x9aa4ae);
  private static final Color FLOOR = new Color(0xcbd2d9);

  private Theme() {}

  /** The colour of a bar or a line. */
  static Color color(Role role) {
    return switch (role) {
      case OURS -> OURS;
      case PEER -> PEER;
      case FLOOR -> FLOOR;
    };
  }

  /** The colour of a name. */
  static Color ink(Role role) {
    return role == Role.OURS ? OURS : role == Role.FLOOR ? MUTED : INK;
  }

  /** The font of a name. */
  static Font font(Role role) {
    return role == Role.OURS ? STRONG : TEXT;
  }
}
