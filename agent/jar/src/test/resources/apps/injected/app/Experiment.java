package app;

import io.understudy.bridge.Faults;

/** A fault at the n-th execution of a site, and at further sites after it. */
final class Experiment {
  /** The same in all JVMs. */
  final long id;

  /** What executes the site. */
  final Round round;

  final int site;
  final int fault;
  final int skip;
  final int further;

  Experiment(Round round, int site, int fault, int skip, int further) {
    this.id = ((site * 8L + fault) * 16 + skip) * 8 + further;
    this.round = round;
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
