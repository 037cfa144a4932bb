package com.recordstore.next;

import java.math.BigDecimal;

/**
 * One sold track.
 *
 * @param lineId number of the line
 * @param trackId which track
 * @param title title of the track
 * @param unitPrice price of one, in dollars
 * @param quantity how many
 */
public record LineView(int lineId, int trackId, String title, BigDecimal unitPrice, int quantity) {}
