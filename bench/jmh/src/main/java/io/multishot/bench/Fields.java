package io.multishot.bench;

import io.multishot.MultiShot;

/** Messages that differ in nothing but the number of their fields. */
final class Fields {

  private Fields() {}

  @MultiShot(name = "Fields1Channel")
  interface Of1 {
    long f00();
  }

  @MultiShot(name = "Fields2Channel")
  interface Of2 {
    long f00();

    long f01();
  }

  @MultiShot(name = "Fields4Channel")
  interface Of4 {
    long f00();

    long f01();

    long f02();

    long f03();
  }

  @MultiShot(name = "Fields8Channel")
  interface Of8 {
    long f00();

    long f01();

    long f02();

    long f03();

    long f04();

    long f05();

    long f06();

    long f07();
  }

  @MultiShot(name = "Fields16Channel")
  interface Of16 {
    long f00();

    long f01();

    long f02();

    long f03();

    long f04();

    long f05();

    long f06();

    long f07();

    long f08();

    long f09();

    long f10();

    long f11();

    long f12();

    long f13();

    long f14();

    long f15();
  }
}
