# Matching, differences in differences and a synthetic control as base R finds them. Run in this folder with: Rscript evaluation.R
# people.csv: 600 invented people of two strata, of whom about 90 were chosen, the likelier the older and the more they used before; six months before and
# six after. places.csv: one place and six others over sixteen months. Matching is written by hand as the papers tell it; errors by the sandwich formula.
options(digits = 15)
set.seed(20260401)
n <- 600
need <- rgamma(n, 1.2)
age <- round(40 + 15 * need + rnorm(n, sd = 12), 1)
female <- rbinom(n, 1, 0.52)
stratum <- sample(1:2, n, replace = TRUE)
practice <- sample(1:15, n, replace = TRUE)
months <- sapply(1:12, function(m) round(rgamma(n, 0.8) * need * 100 * (1 + 0.01 * m), 2))
use <- log1p(rowSums(months[, 1:6]))
chosen <- rbinom(n, 1, plogis(-9 + 0.03 * age + 0.9 * use + 0.2 * female))
months[chosen == 1, 7:12] <- round(months[chosen == 1, 7:12] * 0.9, 2)
people <- data.frame(age, female, use = round(use, 8), stratum, practice, chosen, months)
names(people)[7:18] <- paste0("m", 1:12)
write.csv(people, "people.csv", row.names = FALSE, quote = FALSE)
people <- read.csv("people.csv")

rows <- list()
keep <- function(quantity, name, value) rows[[length(rows) + 1]] <<- data.frame(quantity, name, value = sprintf("%.15g", value))

fit <- glm(chosen ~ age + female + use, family = binomial, data = people, control = glm.control(epsilon = 1e-15, maxit = 100))
logit <- predict(fit, type = "link")
spread <- sqrt((var(logit[people$chosen == 1]) + var(logit[people$chosen == 0])) / 2)
keep("spread", "", spread)
for (i in c(1, 100, 600)) keep("logit", i, logit[[i]])

# Greedy, the highest logit first, in rounds; of those within the caliper and the stratum who are free the nearest.
matched <- function(most) {
  free <- people$chosen == 0
  members <- which(people$chosen == 1)
  members <- members[order(-logit[members], members)]
  found <- setNames(vector("list", length(members)), members)
  for (round in seq_len(most)) for (i in members) {
    if (length(found[[as.character(i)]]) < round - 1) next
    near <- which(free & people$stratum == people$stratum[i] & abs(logit - logit[i]) <= 0.2 * spread)
    if (length(near) == 0) next
    j <- near[which.min(abs(logit[near] - logit[i]))]
    free[j] <- FALSE
    found[[as.character(i)]] <- c(found[[as.character(i)]], j)
  }
  found <- found[lengths(found) > 0]
  found[order(as.integer(names(found)))]
}
pairs <- list(matched(1), matched(2))
write.csv(do.call(rbind, lapply(1:2, function(m) do.call(rbind, lapply(names(pairs[[m]]), function(i) data.frame(most = m, member = as.integer(i) - 1, control = pairs[[m]][[i]] - 1))))), "matched.csv", row.names = FALSE, quote = FALSE)

# Standardised differences: before, and of the pairs, in standard deviations before.
for (name in c("age", "female", "use")) {
  x <- people[[name]]
  scale <- sqrt((var(x[people$chosen == 1]) + var(x[people$chosen == 0])) / 2)
  members <- as.integer(names(pairs[[1]])); controls <- unlist(pairs[[1]])
  keep("difference before", name, (mean(x[people$chosen == 1]) - mean(x[people$chosen == 0])) / scale)
  keep("difference after", name, (mean(x[members]) - mean(x[controls])) / scale)
}

# Pairs: a regression on group, period and both, errors clustered by the pair; then by the practice of the member.
members <- as.integer(names(pairs[[1]])); controls <- unlist(pairs[[1]]); g <- length(members)
before <- rowMeans(people[paste0("m", 1:6)]); after <- rowMeans(people[paste0("m", 7:12)])
stacked <- data.frame(y = c(before[members], after[members], before[controls], after[controls]), group = rep(c(1, 0), each = 2 * g), period = rep(c(0, 1, 0, 1), each = g), pair = rep(1:g, 4), practice = rep(people$practice[members], 4))
model <- lm(y ~ group * period, data = stacked)
clustered <- function(by) {
  x <- model.matrix(model); s <- rowsum(x * residuals(model), by); many <- nrow(s)
  bread <- solve(crossprod(x))
  sqrt((bread %*% crossprod(s) %*% bread)[4, 4] * many / (many - 1))
}
keep("did", "estimate", coef(model)[["group:period"]])
keep("did", "by pair", clustered(stacked$pair))
keep("did", "by practice", clustered(stacked$practice))
d <- (after - before)[members] - (after - before)[controls]
test <- t.test(d)
keep("did", "lower", test$conf.int[1]); keep("did", "upper", test$conf.int[2]); keep("did", "p", test$p.value)

# What matching left apart is allowed for: pairs' differences on how far apart they are, errors by HC1.
apart <- as.matrix(people[members, c("age", "female", "use")]) - as.matrix(people[controls, c("age", "female", "use")])
allowing <- lm(d ~ apart)
x <- model.matrix(allowing); bread <- solve(crossprod(x))
keep("allowing", "estimate", coef(allowing)[[1]])
keep("allowing", "error", sqrt((bread %*% crossprod(x * residuals(allowing)) %*% bread)[1, 1] * g / (g - 4)))

# Before: each pair's slope over the months, and whether the gap is the same in all of them, by a multivariate regression on nothing.
gaps <- as.matrix(people[members, paste0("m", 1:6)]) - as.matrix(people[controls, paste0("m", 1:6)])
slopes <- apply(gaps, 1, function(y) coef(lm(y ~ seq_along(y)))[[2]])
keep("trend", "slope", mean(slopes)); keep("trend", "p", t.test(slopes)$p.value)
against <- gaps[, 1:5] - gaps[, 6]
keep("trend", "joint", anova(lm(against ~ 1), test = "Hotelling-Lawley")[["Pr(>F)"]][1])

# Synthetic control: every set of donors in turn, the least on it solved outright, and the best of those whose weights are not negative.
t <- 16; before <- 10
common <- cumsum(rnorm(t))
donors <- sapply(1:6, function(j) round(50 + 4 * j + 3 * common * runif(1, 0.5, 1.5) + rnorm(t), 4))
one <- round(0.5 * donors[, 2] + 0.3 * donors[, 4] + 0.2 * donors[, 5] + rnorm(t, sd = 0.7) - c(rep(0, before), rep(4, t - before)), 4)
write.csv(data.frame(one, donors), "places.csv", row.names = FALSE, quote = FALSE)
synthetic <- function(one, donors) {
  best <- NULL; least <- Inf; size <- ncol(donors)
  for (set in seq_len(2^size - 1)) {
    on <- which(bitwAnd(set, 2^(seq_len(size) - 1)) > 0); k <- length(on)
    x <- donors[1:before, on, drop = FALSE]
    w <- tryCatch(solve(rbind(cbind(2 * crossprod(x), 1), c(rep(1, k), 0)), c(2 * crossprod(x, one[1:before]), 1))[1:k], error = function(e) NULL)
    if (is.null(w) || any(w < 0)) next
    loss <- sum((one[1:before] - x %*% w)^2)
    if (loss < least) { least <- loss; best <- numeric(size); best[on] <- w }
  }
  best
}
weights <- synthetic(one, donors)
for (j in seq_along(weights)) keep("weight", j, weights[j])
gap <- as.vector(one - donors %*% weights)
others <- sapply(1:6, function(j) donors[, j] - donors[, -j] %*% synthetic(donors[, j], donors[, -j]))
ratio <- function(g) sqrt(mean(g[(before + 1):t]^2)) / sqrt(mean(g[1:before]^2))
keep("place", "effect", mean(gap[(before + 1):t]) - mean(gap[1:before]))
keep("place", "p", (1 + sum(apply(others, 2, ratio) >= ratio(gap))) / 7)
keep("place", "reach", max(abs(colMeans(others[(before + 1):t, ]) - colMeans(others[1:before, ]))))
write.csv(do.call(rbind, rows), "found.csv", row.names = FALSE, quote = FALSE)
