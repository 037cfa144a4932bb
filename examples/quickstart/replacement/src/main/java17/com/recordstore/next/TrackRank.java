package com.recordstore.next;

import java.math.BigDecimal;

/**
 * How well a track sold in a period.
 *
 * @param trackId which track
 * @param title title of the track
 * @param sold how many were sold
 * @param revenue the revenue, in dollars
 */
public record TrackRank(int trackId, String title, int sold, BigDecimal revenue) {}
