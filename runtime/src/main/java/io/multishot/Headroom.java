package io.multishot;

/**
 * Finds out whether the stack has room for what follows a transition that cannot be undone.
 *
 * <p>What overflows the stack must overflow it before: a sender that has published an outcome has
 * to wake whoever waits, and whoever has claimed a run has to release it. A probe takes four to
 * seven nanoseconds, since it fills its frame only now and then. The frame is as large every time:
 * a compiler reserves the room that a method may need at most, about 3 KB here, and the interpreter
 * twice as much. To go as deep in three frames takes twice as long; in ordinary ones, ten times.
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
  private static final int FRAMES_OF_A_WAKE = 1;

  /** For the same, called back by a future that is complete already. */
  private static final int FRAMES_OF_A_FUTURE = 2;

  /** For a source that is complete already, whose callback probes for a future in its turn. */
  private static final int FRAMES_OF_A_SOURCE = 2 * FRAMES_OF_A_FUTURE;

  /** For loading and initializing classes, and for linking VarHandles. */
  private static final int FRAMES_OF_A_START = 6;

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
    if ((turn & (turn - 1) & (PERIOD - 1)) != 0) {
      return frames == 1 ? turn : fill(turn, frames - 1) + 1;
    }
    // spotless:off
    long l000 = source, l001 = source, l002 = source, l003 = source, l004 = source, l005 = source;
    long l006 = source, l007 = source, l008 = source, l009 = source, l010 = source, l011 = source;
    long l012 = source, l013 = source, l014 = source, l015 = source, l016 = source, l017 = source;
    long l018 = source, l019 = source, l020 = source, l021 = source, l022 = source, l023 = source;
    long l024 = source, l025 = source, l026 = source, l027 = source, l028 = source, l029 = source;
    long l030 = source, l031 = source, l032 = source, l033 = source, l034 = source, l035 = source;
    long l036 = source, l037 = source, l038 = source, l039 = source, l040 = source, l041 = source;
    long l042 = source, l043 = source, l044 = source, l045 = source, l046 = source, l047 = source;
    long l048 = source, l049 = source, l050 = source, l051 = source, l052 = source, l053 = source;
    long l054 = source, l055 = source, l056 = source, l057 = source, l058 = source, l059 = source;
    long l060 = source, l061 = source, l062 = source, l063 = source, l064 = source, l065 = source;
    long l066 = source, l067 = source, l068 = source, l069 = source, l070 = source, l071 = source;
    long l072 = source, l073 = source, l074 = source, l075 = source, l076 = source, l077 = source;
    long l078 = source, l079 = source, l080 = source, l081 = source, l082 = source, l083 = source;
    long l084 = source, l085 = source, l086 = source, l087 = source, l088 = source, l089 = source;
    long l090 = source, l091 = source, l092 = source, l093 = source, l094 = source, l095 = source;
    long l096 = source, l097 = source, l098 = source, l099 = source, l100 = source, l101 = source;
    long l102 = source, l103 = source, l104 = source, l105 = source, l106 = source, l107 = source;
    long l108 = source, l109 = source, l110 = source, l111 = source, l112 = source, l113 = source;
    long l114 = source, l115 = source, l116 = source, l117 = source, l118 = source, l119 = source;
    long l120 = source, l121 = source, l122 = source, l123 = source, l124 = source, l125 = source;
    long l126 = source, l127 = source, l128 = source, l129 = source, l130 = source, l131 = source;
    long l132 = source, l133 = source, l134 = source, l135 = source, l136 = source, l137 = source;
    long l138 = source, l139 = source, l140 = source, l141 = source, l142 = source, l143 = source;
    long l144 = source, l145 = source, l146 = source, l147 = source, l148 = source, l149 = source;
    long l150 = source, l151 = source, l152 = source, l153 = source, l154 = source, l155 = source;
    long l156 = source, l157 = source, l158 = source, l159 = source, l160 = source, l161 = source;
    long l162 = source, l163 = source, l164 = source, l165 = source, l166 = source, l167 = source;
    long l168 = source, l169 = source, l170 = source, l171 = source, l172 = source, l173 = source;
    long l174 = source, l175 = source, l176 = source, l177 = source, l178 = source, l179 = source;
    long l180 = source, l181 = source, l182 = source, l183 = source, l184 = source, l185 = source;
    long l186 = source, l187 = source, l188 = source, l189 = source, l190 = source, l191 = source;
    long l192 = source, l193 = source, l194 = source, l195 = source, l196 = source, l197 = source;
    long l198 = source, l199 = source, l200 = source, l201 = source, l202 = source, l203 = source;
    long l204 = source, l205 = source, l206 = source, l207 = source, l208 = source, l209 = source;
    long l210 = source, l211 = source, l212 = source, l213 = source, l214 = source, l215 = source;
    long l216 = source, l217 = source, l218 = source, l219 = source, l220 = source, l221 = source;
    long l222 = source, l223 = source, l224 = source, l225 = source, l226 = source, l227 = source;
    long l228 = source, l229 = source, l230 = source, l231 = source, l232 = source, l233 = source;
    long l234 = source, l235 = source, l236 = source, l237 = source, l238 = source, l239 = source;
    long l240 = source, l241 = source, l242 = source, l243 = source, l244 = source, l245 = source;
    long l246 = source, l247 = source, l248 = source, l249 = source, l250 = source, l251 = source;
    long l252 = source, l253 = source, l254 = source, l255 = source, l256 = source, l257 = source;
    long l258 = source, l259 = source, l260 = source, l261 = source, l262 = source, l263 = source;
    long l264 = source, l265 = source, l266 = source, l267 = source, l268 = source, l269 = source;
    long l270 = source, l271 = source, l272 = source, l273 = source, l274 = source, l275 = source;
    long l276 = source, l277 = source, l278 = source, l279 = source, l280 = source, l281 = source;
    long l282 = source, l283 = source, l284 = source, l285 = source, l286 = source, l287 = source;
    long l288 = source, l289 = source, l290 = source, l291 = source, l292 = source, l293 = source;
    long l294 = source, l295 = source, l296 = source, l297 = source, l298 = source, l299 = source;
    long l300 = source, l301 = source, l302 = source, l303 = source, l304 = source, l305 = source;
    long l306 = source, l307 = source, l308 = source, l309 = source, l310 = source, l311 = source;
    long l312 = source, l313 = source, l314 = source, l315 = source, l316 = source, l317 = source;
    long l318 = source, l319 = source, l320 = source, l321 = source, l322 = source, l323 = source;
    long l324 = source, l325 = source, l326 = source, l327 = source, l328 = source, l329 = source;
    long l330 = source, l331 = source, l332 = source, l333 = source, l334 = source, l335 = source;
    long l336 = source, l337 = source, l338 = source, l339 = source, l340 = source, l341 = source;
    long l342 = source, l343 = source, l344 = source, l345 = source, l346 = source, l347 = source;
    long l348 = source, l349 = source, l350 = source, l351 = source, l352 = source, l353 = source;
    long l354 = source, l355 = source, l356 = source, l357 = source, l358 = source, l359 = source;
    long all = frames == 1 ? turn : fill(NOT_THIS_TURN, frames - 1);
    all = (((((((all ^ l359) + l358) ^ l357) + l356) ^ l355) + l354) ^ l353) + l352;
    all = (((((((all ^ l351) + l350) ^ l349) + l348) ^ l347) + l346) ^ l345) + l344;
    all = (((((((all ^ l343) + l342) ^ l341) + l340) ^ l339) + l338) ^ l337) + l336;
    all = (((((((all ^ l335) + l334) ^ l333) + l332) ^ l331) + l330) ^ l329) + l328;
    all = (((((((all ^ l327) + l326) ^ l325) + l324) ^ l323) + l322) ^ l321) + l320;
    all = (((((((all ^ l319) + l318) ^ l317) + l316) ^ l315) + l314) ^ l313) + l312;
    all = (((((((all ^ l311) + l310) ^ l309) + l308) ^ l307) + l306) ^ l305) + l304;
    all = (((((((all ^ l303) + l302) ^ l301) + l300) ^ l299) + l298) ^ l297) + l296;
    all = (((((((all ^ l295) + l294) ^ l293) + l292) ^ l291) + l290) ^ l289) + l288;
    all = (((((((all ^ l287) + l286) ^ l285) + l284) ^ l283) + l282) ^ l281) + l280;
    all = (((((((all ^ l279) + l278) ^ l277) + l276) ^ l275) + l274) ^ l273) + l272;
    all = (((((((all ^ l271) + l270) ^ l269) + l268) ^ l267) + l266) ^ l265) + l264;
    all = (((((((all ^ l263) + l262) ^ l261) + l260) ^ l259) + l258) ^ l257) + l256;
    all = (((((((all ^ l255) + l254) ^ l253) + l252) ^ l251) + l250) ^ l249) + l248;
    all = (((((((all ^ l247) + l246) ^ l245) + l244) ^ l243) + l242) ^ l241) + l240;
    all = (((((((all ^ l239) + l238) ^ l237) + l236) ^ l235) + l234) ^ l233) + l232;
    all = (((((((all ^ l231) + l230) ^ l229) + l228) ^ l227) + l226) ^ l225) + l224;
    all = (((((((all ^ l223) + l222) ^ l221) + l220) ^ l219) + l218) ^ l217) + l216;
    all = (((((((all ^ l215) + l214) ^ l213) + l212) ^ l211) + l210) ^ l209) + l208;
    all = (((((((all ^ l207) + l206) ^ l205) + l204) ^ l203) + l202) ^ l201) + l200;
    all = (((((((all ^ l199) + l198) ^ l197) + l196) ^ l195) + l194) ^ l193) + l192;
    all = (((((((all ^ l191) + l190) ^ l189) + l188) ^ l187) + l186) ^ l185) + l184;
    all = (((((((all ^ l183) + l182) ^ l181) + l180) ^ l179) + l178) ^ l177) + l176;
    all = (((((((all ^ l175) + l174) ^ l173) + l172) ^ l171) + l170) ^ l169) + l168;
    all = (((((((all ^ l167) + l166) ^ l165) + l164) ^ l163) + l162) ^ l161) + l160;
    all = (((((((all ^ l159) + l158) ^ l157) + l156) ^ l155) + l154) ^ l153) + l152;
    all = (((((((all ^ l151) + l150) ^ l149) + l148) ^ l147) + l146) ^ l145) + l144;
    all = (((((((all ^ l143) + l142) ^ l141) + l140) ^ l139) + l138) ^ l137) + l136;
    all = (((((((all ^ l135) + l134) ^ l133) + l132) ^ l131) + l130) ^ l129) + l128;
    all = (((((((all ^ l127) + l126) ^ l125) + l124) ^ l123) + l122) ^ l121) + l120;
    all = (((((((all ^ l119) + l118) ^ l117) + l116) ^ l115) + l114) ^ l113) + l112;
    all = (((((((all ^ l111) + l110) ^ l109) + l108) ^ l107) + l106) ^ l105) + l104;
    all = (((((((all ^ l103) + l102) ^ l101) + l100) ^ l099) + l098) ^ l097) + l096;
    all = (((((((all ^ l095) + l094) ^ l093) + l092) ^ l091) + l090) ^ l089) + l088;
    all = (((((((all ^ l087) + l086) ^ l085) + l084) ^ l083) + l082) ^ l081) + l080;
    all = (((((((all ^ l079) + l078) ^ l077) + l076) ^ l075) + l074) ^ l073) + l072;
    all = (((((((all ^ l071) + l070) ^ l069) + l068) ^ l067) + l066) ^ l065) + l064;
    all = (((((((all ^ l063) + l062) ^ l061) + l060) ^ l059) + l058) ^ l057) + l056;
    all = (((((((all ^ l055) + l054) ^ l053) + l052) ^ l051) + l050) ^ l049) + l048;
    all = (((((((all ^ l047) + l046) ^ l045) + l044) ^ l043) + l042) ^ l041) + l040;
    all = (((((((all ^ l039) + l038) ^ l037) + l036) ^ l035) + l034) ^ l033) + l032;
    all = (((((((all ^ l031) + l030) ^ l029) + l028) ^ l027) + l026) ^ l025) + l024;
    all = (((((((all ^ l023) + l022) ^ l021) + l020) ^ l019) + l018) ^ l017) + l016;
    all = (((((((all ^ l015) + l014) ^ l013) + l012) ^ l011) + l010) ^ l009) + l008;
    all = (((((((all ^ l007) + l006) ^ l005) + l004) ^ l003) + l002) ^ l001) + l000;
    // spotless:on
    return all;
  }
}
