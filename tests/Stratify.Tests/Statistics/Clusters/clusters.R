# A difference of weighted means with errors clustered by practice, as base R finds it from the definitions: nothing of it is written by the formula under test.
# Run in this folder with: Rscript clusters.R
# people.csv: invented people of 3 treated practices and 9 others, unlike in size, with weights of matched controls. CR2 and its degrees of freedom are made of
# matrices as Bell and McCaffrey (2002) and Imbens and Kolesár (2016) define them, by a symmetric square root of every cluster's own part of the hat matrix.
options(digits = 15)
set.seed(20261130)
sizes <- c(14, 25, 9, 12, 30, 7, 18, 22, 5, 16, 11, 8)
people <- do.call(rbind, lapply(seq_along(sizes), function(p) data.frame(practice = p, treated = as.integer(p <= 3), value = round(100 + 20 * rnorm(1) + 60 * rnorm(sizes[p]), 2), weight = if (p <= 3) 1 else sample(c(1, 1 / 2, 1 / 3), sizes[p], replace = TRUE))))
people$weight <- round(people$weight, 6)
write.csv(people, "people.csv", row.names = FALSE, quote = FALSE)
people <- read.csv("people.csv")

rows <- list()
keep <- function(quantity, name, value) rows[[length(rows) + 1]] <<- data.frame(quantity, name, value = sprintf("%.15g", value))

told <- function(name, d, formula, contrast) {
  fit <- lm(formula, data = d, weights = weight)
  x <- model.matrix(fit) * sqrt(d$weight); e <- residuals(fit) * sqrt(d$weight)
  bread <- solve(crossprod(x)); hat <- x %*% bread %*% t(x); n <- nrow(x); k <- ncol(x)
  groups <- split(seq_len(n), d$practice)
  root <- function(m) { s <- eigen(m, symmetric = TRUE); s$vectors %*% diag(1 / sqrt(s$values), nrow(m)) %*% t(s$vectors) }
  scores <- sapply(groups, function(g) crossprod(x[g, , drop = FALSE], root(diag(length(g)) - hat[g, g, drop = FALSE]) %*% e[g]))
  scores <- matrix(scores, nrow = k)
  variance <- bread %*% tcrossprod(scores) %*% bread
  columns <- sapply(groups, function(g) { i <- matrix(0, n, length(g)); i[cbind(g, seq_along(g))] <- 1; (i - hat[, g, drop = FALSE]) %*% root(diag(length(g)) - hat[g, g, drop = FALSE]) %*% x[g, , drop = FALSE] %*% bread %*% contrast })
  lambda <- eigen(crossprod(columns), symmetric = TRUE)$values
  free <- min(sum(lambda)^2 / sum(lambda^2), length(groups) - 1)
  value <- sum(contrast * coef(fit)); error <- sqrt(c(t(contrast) %*% variance %*% contrast))
  plain <- sapply(groups, function(g) crossprod(x[g, , drop = FALSE], e[g])); plain <- matrix(plain, nrow = k)
  cr1 <- bread %*% tcrossprod(plain) %*% bread * length(groups) / (length(groups) - 1) * (n - 1) / (n - k)
  keep(name, "value", value); keep(name, "error", error); keep(name, "free", free); keep(name, "cr1", sqrt(c(t(contrast) %*% cr1 %*% contrast)))
  keep(name, "lower", value + qt(0.025, free) * error); keep(name, "upper", value + qt(0.975, free) * error); keep(name, "p", 2 * pt(-abs(value / error), free))
}
told("difference", people, value ~ treated, c(0, 1))
told("members", people[people$treated == 1, ], value ~ 1, 1)
told("controls", people[people$treated == 0, ], value ~ 1, 1)
write.csv(do.call(rbind, rows), "found.csv", row.names = FALSE, quote = FALSE)
