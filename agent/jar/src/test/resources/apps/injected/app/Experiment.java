package app;

import io.understudy.bridge.Faults;

/** A fault at the n-th execution of a site, and at further sites after it. */
final class Experiment {
  final int site;
  final int fault;
  final int skip;
  final int further;

  Experiment(int site, int fault, int skip, int further) {
    this.site = site;
    this.fault = fault;
    this.skip = skip;
    this.further = further;
  }

  @Override
  public String toString() {
    return site + "\t" + Faults.NAMES[fault] + "\t" + skip + "\t" + further;
  }
}
