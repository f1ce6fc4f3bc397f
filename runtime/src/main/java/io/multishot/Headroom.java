package io.multishot;

/**
 * Finds out whether the stack has room for what follows a transition that cannot be undone.
 *
 * <p>What overflows the stack must overflow it before: a sender that has published an outcome has
 * to wake whoever waits, and whoever has claimed a run has to release it. A probe takes two to five
 * nanoseconds, since it fills a frame only now and then. Its frames are as large every time: a
 * compiler reserves the room that a method may need at most, about 1 KB here, and the interpreter
 * twice as much. Recursion as deep with frames of ordinary size takes ten times as long.
 *
 * <p>A frame is filled in the turns 0, 1, 2, 4, 8 and so on, and each 1024 turns again. The first
 * turns count: the optimizing compiler leaves out what it has never seen happen, and so would make
 * small frames in a program whose channels have some hundred shots each.
 */
final class Headroom {

  /** A frame is filled so many turns after the last, at the latest; a power of two. */
  static final long PERIOD = 1024;

  /** What the values that fill a frame are read from, so that no compiler can do without them. */
  private static volatile long source;

  /** For what a sender does between its exchange and user code, or a run after it. */
  private static final int FRAMES_OF_A_WAKE = 3;

  /** For the same, called back by a future that is complete already. */
  private static final int FRAMES_OF_A_FUTURE = 6;

  /** For a source that is complete already, whose callback probes for a future in its turn. */
  private static final int FRAMES_OF_A_SOURCE = 2 * FRAMES_OF_A_FUTURE;

  /** For loading and initializing classes, and for linking VarHandles. */
  private static final int FRAMES_OF_A_START = 16;

  /** A turn in which no frame is filled. */
  private static final long NOT_THIS_TURN = 3;

  private Headroom() {}

  /**
   * Returns if there is room to publish and to wake.
   *
   * @param turn any number that is not the same at each call
   * @throws StackOverflowError if there is not
   */
  static void probe(long turn) {
    fill(turn, FRAMES_OF_A_WAKE);
  }

  /**
   * Returns if there is room to register with a future that calls back at once.
   *
   * @param turn as for {@link #probe}
   * @throws StackOverflowError if there is not
   */
  static void probeForFuture(long turn) {
    fill(turn, FRAMES_OF_A_FUTURE);
  }

  /**
   * Returns if there is room for a source that calls back at once, and ends a shot.
   *
   * @param turn as for {@link #probe}
   * @throws StackOverflowError if there is not
   */
  static void probeForSource(long turn) {
    fill(turn, FRAMES_OF_A_SOURCE);
  }

  /**
   * Returns if there is room to load what the runtime needs.
   *
   * @throws StackOverflowError if there is not
   */
  static void probeForStart() {
    fill(NOT_THIS_TURN, FRAMES_OF_A_START);
  }

  private static long fill(long turn, int frames) {
    if (frames == 0) {
      return turn;
    }
    if ((turn & (turn - 1) & (PERIOD - 1)) != 0) {
      return fill(turn, frames - 1) + 1;
    }
    // spotless:off
    long l000 = source, l001 = source, l002 = source, l003 = source, l004 = source, l005 = source, l006 = source, l007 = source;
    long l008 = source, l009 = source, l010 = source, l011 = source, l012 = source, l013 = source, l014 = source, l015 = source;
    long l016 = source, l017 = source, l018 = source, l019 = source, l020 = source, l021 = source, l022 = source, l023 = source;
    long l024 = source, l025 = source, l026 = source, l027 = source, l028 = source, l029 = source, l030 = source, l031 = source;
    long l032 = source, l033 = source, l034 = source, l035 = source, l036 = source, l037 = source, l038 = source, l039 = source;
    long l040 = source, l041 = source, l042 = source, l043 = source, l044 = source, l045 = source, l046 = source, l047 = source;
    long l048 = source, l049 = source, l050 = source, l051 = source, l052 = source, l053 = source, l054 = source, l055 = source;
    long l056 = source, l057 = source, l058 = source, l059 = source, l060 = source, l061 = source, l062 = source, l063 = source;
    long l064 = source, l065 = source, l066 = source, l067 = source, l068 = source, l069 = source, l070 = source, l071 = source;
    long l072 = source, l073 = source, l074 = source, l075 = source, l076 = source, l077 = source, l078 = source, l079 = source;
    long l080 = source, l081 = source, l082 = source, l083 = source, l084 = source, l085 = source, l086 = source, l087 = source;
    long l088 = source, l089 = source, l090 = source, l091 = source, l092 = source, l093 = source, l094 = source, l095 = source;
    long l096 = source, l097 = source, l098 = source, l099 = source, l100 = source, l101 = source, l102 = source, l103 = source;
    long l104 = source, l105 = source, l106 = source, l107 = source, l108 = source, l109 = source, l110 = source, l111 = source;
    long l112 = source, l113 = source, l114 = source, l115 = source, l116 = source, l117 = source, l118 = source, l119 = source;
    long all = fill(NOT_THIS_TURN, frames - 1);
    all = ((((((((all * 31 ^ l119) * 31 ^ l118) * 31 ^ l117) * 31 ^ l116) * 31 ^ l115) * 31 ^ l114) * 31 ^ l113) * 31 ^ l112);
    all = ((((((((all * 31 ^ l111) * 31 ^ l110) * 31 ^ l109) * 31 ^ l108) * 31 ^ l107) * 31 ^ l106) * 31 ^ l105) * 31 ^ l104);
    all = ((((((((all * 31 ^ l103) * 31 ^ l102) * 31 ^ l101) * 31 ^ l100) * 31 ^ l099) * 31 ^ l098) * 31 ^ l097) * 31 ^ l096);
    all = ((((((((all * 31 ^ l095) * 31 ^ l094) * 31 ^ l093) * 31 ^ l092) * 31 ^ l091) * 31 ^ l090) * 31 ^ l089) * 31 ^ l088);
    all = ((((((((all * 31 ^ l087) * 31 ^ l086) * 31 ^ l085) * 31 ^ l084) * 31 ^ l083) * 31 ^ l082) * 31 ^ l081) * 31 ^ l080);
    all = ((((((((all * 31 ^ l079) * 31 ^ l078) * 31 ^ l077) * 31 ^ l076) * 31 ^ l075) * 31 ^ l074) * 31 ^ l073) * 31 ^ l072);
    all = ((((((((all * 31 ^ l071) * 31 ^ l070) * 31 ^ l069) * 31 ^ l068) * 31 ^ l067) * 31 ^ l066) * 31 ^ l065) * 31 ^ l064);
    all = ((((((((all * 31 ^ l063) * 31 ^ l062) * 31 ^ l061) * 31 ^ l060) * 31 ^ l059) * 31 ^ l058) * 31 ^ l057) * 31 ^ l056);
    all = ((((((((all * 31 ^ l055) * 31 ^ l054) * 31 ^ l053) * 31 ^ l052) * 31 ^ l051) * 31 ^ l050) * 31 ^ l049) * 31 ^ l048);
    all = ((((((((all * 31 ^ l047) * 31 ^ l046) * 31 ^ l045) * 31 ^ l044) * 31 ^ l043) * 31 ^ l042) * 31 ^ l041) * 31 ^ l040);
    all = ((((((((all * 31 ^ l039) * 31 ^ l038) * 31 ^ l037) * 31 ^ l036) * 31 ^ l035) * 31 ^ l034) * 31 ^ l033) * 31 ^ l032);
    all = ((((((((all * 31 ^ l031) * 31 ^ l030) * 31 ^ l029) * 31 ^ l028) * 31 ^ l027) * 31 ^ l026) * 31 ^ l025) * 31 ^ l024);
    all = ((((((((all * 31 ^ l023) * 31 ^ l022) * 31 ^ l021) * 31 ^ l020) * 31 ^ l019) * 31 ^ l018) * 31 ^ l017) * 31 ^ l016);
    all = ((((((((all * 31 ^ l015) * 31 ^ l014) * 31 ^ l013) * 31 ^ l012) * 31 ^ l011) * 31 ^ l010) * 31 ^ l009) * 31 ^ l008);
    all = ((((((((all * 31 ^ l007) * 31 ^ l006) * 31 ^ l005) * 31 ^ l004) * 31 ^ l003) * 31 ^ l002) * 31 ^ l001) * 31 ^ l000);
    // spotless:on
    return all;
  }
}
