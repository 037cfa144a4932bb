package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.HostConfig;
import io.understudy.agent.remote.Frame;
import io.understudy.agent.remote.FrameType;
import io.understudy.agent.remote.Hello;
import io.understudy.agent.remote.HostException;
import io.understudy.agent.remote.HostSocket;
import io.understudy.agent.remote.MethodReply;
import io.understudy.agent.remote.MethodRequest;
import io.understudy.portable.PortableFormException;
import io.understudy.tool.type.MethodSignature;
import io.understudy.value.CountText;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the host of a candidate for its method. A host that is not reachable is no error: it may not
 * have been started yet.
 */
final class RemoteCandidateCheck {
  private static final int WAIT_MILLIS = 10_000;
  private static final int LONGEST_FRAME = 1 << 20;
  private static final long ID = 1;

  private final Findings findings;

  RemoteCandidateCheck(Findings findings) {
    this.findings = findings;
  }

  /**
   * Reports what the host says.
   *
   * @param control null if it was not found; then only the names are checked
   */
  void check(CallConfig call, HostConfig host, @Nullable MethodSignature control) {
    if (call.candidate().isOpen()) {
      findings.error(
          "no candidate is named yet: write the new method in place of " + call.candidate());
      return;
    }
    List<String> parameters = control == null ? Collections.emptyList() : control.parameters();
    MethodRequest request =
        new MethodRequest(call.candidate(), call.factory(), parameters, host.types());
    try (HostSocket socket = HostSocket.open(host, LONGEST_FRAME)) {
      findings.fact("host", host + ", " + socket.welcome().host());
      report(answer(socket, request), control);
    } catch (HostException unreachable) {
      findings.warning(unreachable.reason() + "; so the candidate was not checked");
    } catch (IOException | PortableFormException failed) {
      findings.warning(
          "the host " + host.address() + " did not answer; so the candidate was not checked");
    }
  }

  private static Frame answer(HostSocket socket, MethodRequest request) throws IOException {
    socket.write(new Frame(FrameType.FIND, ID, request.bytes()).bytes());
    socket.waitAtMost(WAIT_MILLIS);
    for (Frame frame = socket.next(); frame != null; frame = socket.next()) {
      if (frame.id() == ID || frame.type() == FrameType.GOODBYE) {
        return frame;
      }
    }
    throw new IOException("version " + Hello.VERSION + ": no answer");
  }

  private void report(Frame frame, @Nullable MethodSignature control) throws PortableFormException {
    if (frame.type() != FrameType.FOUND) {
      findings.error(frame.reason());
      return;
    }
    MethodReply found = MethodReply.read(frame.input());
    findings.fact("", found.toString());
    if (control != null && control.parameters().size() != found.parameters().size()) {
      findings.error(
          "the control has "
              + CountText.of(control.parameters().size(), "parameter")
              + " and the candidate takes "
              + found.parameters().size());
    }
  }
}
