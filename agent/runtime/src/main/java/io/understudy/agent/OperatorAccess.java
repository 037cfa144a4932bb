package io.understudy.agent;

import io.understudy.agent.evidence.Evidence;
import io.understudy.agent.jmx.MBeanRegistration;
import io.understudy.agent.log.AgentLog;
import io.understudy.agent.operate.AgentOperations;
import io.understudy.agent.operate.CommandReply;
import io.understudy.agent.operate.Mailbox;
import java.time.Instant;

/**
 * The ways by which an operator reaches an attached agent besides an attachment: JMX, and requests
 * by files. For the operator's thread.
 */
final class OperatorAccess {
  private final MBeanRegistration jmx;
  private final Mailbox mailbox;

  OperatorAccess(AgentOperations agent, AgentLog log) {
    this.jmx = new MBeanRegistration(agent, log);
    this.mailbox = new Mailbox(Evidence.pid(), request -> CommandReply.of(request, agent));
  }

  /** Registers the agent for requests by files. */
  void openMailbox(Generation generation, Instant since) {
    mailbox.open(Announcement.registration(generation, since));
  }

  /** Registers the agent where it is possible by now, and answers requests. */
  void serve(Generation generation, Instant since) {
    jmx.tryRegister();
    openMailbox(generation, since);
    mailbox.answerRequests();
  }

  /** Takes no more requests by files, at the end of the JVM. */
  void closeMailbox() {
    mailbox.close();
  }

  /** Removes the agent from both. */
  void close() {
    jmx.close();
    mailbox.close();
  }
}
