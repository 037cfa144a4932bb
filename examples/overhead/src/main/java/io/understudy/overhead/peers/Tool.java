package io.understudy.overhead.peers;

/** A comparator under measurement, set up for one input. */
interface Tool {
  /** How many differences the tool reports, as it counts them; 0 where it calls both equal. */
  long differences(Object control, Object candidate) throws Exception;
}
