package io.understudy.agent.budget.machine;

/** Reads the meters of the machine. For one thread at a time. */
public interface MachineMeter {
  /** Reads all meters now. */
  MachineReading read();
}
