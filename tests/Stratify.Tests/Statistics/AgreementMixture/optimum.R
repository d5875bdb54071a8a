# The optimum of the likelihood of two kinds of pairs, by a maximiser that knows nothing of expectation and maximisation (optim, BFGS on
# unbounded parameters, then Nelder-Mead and BFGS again). Run in this folder with: Rscript optimum.R
# patterns.csv holds counts of patterns of three comparisons (3, 2 and 4 levels); an empty cell is a comparison that could not be made.
patterns <- read.csv("patterns.csv", na.strings = "")
levels <- c(a = 3, b = 2, c = 4)

shares <- function(free) { e <- exp(c(0, free)); e / sum(e) }
split <- function(free) {
  at <- 0
  lapply(levels, function(n) { s <- shares(free[at + seq_len(n - 1)]); at <<- at + n - 1; s })
}
product <- function(p) {
  one <- rep(1, nrow(patterns))
  for (name in names(levels)) {
    known <- !is.na(patterns[[name]])
    one[known] <- one[known] * p[[name]][patterns[[name]][known] + 1]
  }
  one
}
climb <- function(loss, start) {
  for (round in 1:20) {
    found <- optim(start, loss, method = "BFGS", control = list(maxit = 5000, reltol = 1e-16))
    start <- optim(found$par, loss, method = "Nelder-Mead", control = list(maxit = 20000, reltol = 1e-16))$par
  }
  optim(start, loss, method = "BFGS", control = list(maxit = 5000, reltol = 1e-16))
}
free <- sum(levels - 1)
rows <- list()
keep <- function(case, parameter, value) rows[[length(rows) + 1]] <<- data.frame(case = case, parameter = parameter, value = sprintf("%.9f", value))
record <- function(case, lambda, m, u, loglikelihood) {
  keep(case, "lambda", lambda)
  for (name in names(levels)) for (l in seq_len(levels[[name]])) {
    keep(case, sprintf("m_%s_%d", name, l - 1), m[[name]][l])
    keep(case, sprintf("u_%s_%d", name, l - 1), u[[name]][l])
  }
  keep(case, "loglikelihood", loglikelihood)
}

# Both free. Starts where matches agree, so that the first kind is the matches.
loss <- function(p) {
  lambda <- plogis(p[1]); m <- split(p[1 + seq_len(free)]); u <- split(p[1 + free + seq_len(free)])
  -sum(patterns$pairs * log(lambda * product(m) + (1 - lambda) * product(u)))
}
best <- climb(loss, c(-2, 0, 1, 1, 0, 0, 1, 0, -1, -1, 0, 0, -1))
record("both free", plogis(best$par[1]), split(best$par[1 + seq_len(free)]), split(best$par[1 + free + seq_len(free)]), -best$value)

# u given, and 50,000 pairs besides that are known to be of two people.
u <- list(a = c(0.9, 0.08, 0.02), b = c(0.7, 0.3), c = c(0.85, 0.1, 0.04, 0.01))
loss <- function(p) {
  lambda <- plogis(p[1]); m <- split(p[1 + seq_len(free)])
  -sum(patterns$pairs * log(lambda * product(m) + (1 - lambda) * product(u))) - 50000 * log(1 - lambda)
}
best <- climb(loss, c(-2, 0, 1, 1, 0, 0, 1))
record("u given", plogis(best$par[1]), split(best$par[1 + seq_len(free)]), u, -best$value)

# As before, with what is believed of matches worth 40 of them: the maximum of the likelihood times a Dirichlet density.
prior <- list(a = c(0.1, 0.2, 0.7), b = c(0.05, 0.95), c = c(0.05, 0.05, 0.1, 0.8))
belief <- function(m) 40 * sum(mapply(function(p, b) sum(b * log(p)), m, prior))
best <- climb(function(p) loss(p) - belief(split(p[1 + seq_len(free)])), c(-2, 0, 1, 1, 0, 0, 1))
record("u given and m believed", plogis(best$par[1]), split(best$par[1 + seq_len(free)]), u, -loss(best$par))

write.csv(do.call(rbind, rows), "optimum.csv", row.names = FALSE, quote = FALSE)
