/**
 * What the agent may cost the application, and how it stays within it. No stage of a call: capture
 * asks whether a call is taken, replay asks whether a worker may run, and both report what that has
 * cost.
 *
 * <p><b>From the machine to the pool.</b> Ten times a second {@link
 * io.understudy.agent.budget.Budget} reads the machine's meters. {@link
 * io.understudy.agent.budget.CpuGovernor} turns them into an allowance: the processors that the
 * pool may use. It is at most {@code budget.cpu}, and at most what the application leaves idle,
 * less a reserve. It falls at once and grows slowly. {@link io.understudy.agent.budget.Pace} lets
 * workers spend it: what a call has cost is subtracted afterwards, and a worker without credit
 * parks. Before each call it also asks whether a processor is free at this moment.
 *
 * <p><b>From the pool to the calls.</b> {@link io.understudy.agent.budget.FairShares} divides what
 * the pool can serve among the call points: a point that needs little gets all of it. Each {@link
 * io.understudy.agent.budget.PointAdmission} then takes its calls at random with the probability
 * that gives its share, before anything is copied. It also holds the time on calling threads to
 * {@code budget.caller}, begins with few calls, and prefers calls with rare shapes of arguments.
 *
 * <p>The budget knows ledgers and costs of threads. No stage needs it: without a limit every call
 * is taken, and workers never park for it.
 */
@NullMarked
package io.understudy.agent.budget;

import org.jspecify.annotations.NullMarked;
