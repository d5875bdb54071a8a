# Models of three data sets as R's glm and lm fit them, to the last digit that they settle at. Run in this folder with: Rscript models.R
# two_part.csv: 60 invented people (age, number of conditions, cost). infert.csv: R's own, 248 women of a case-control study (Trichopoulos
# and others 1976). awkward.csv: 500 invented people with a heavy tail, a condition that 1 in 100 has and a covariate that is nearly another.
options(digits = 15)
tight <- glm.control(epsilon = 1e-15, maxit = 200)
write.csv(data.frame(case = infert$case, age = infert$age, spontaneous = infert$spontaneous, induced = infert$induced, stratum = infert$stratum), "infert.csv", row.names = FALSE, quote = FALSE)
set.seed(20240401)
n <- 500
age <- sample(0:95, n, replace = TRUE)
rare <- rep(c(1, rep(0, 99)), n / 100)
near <- age / 10 + round(rnorm(n, sd = 0.003), 6)
mean <- exp(4 + 0.02 * age + 1.2 * rare)
cost <- ifelse(runif(n) < plogis(-1 + 0.03 * age + rare), round(mean * exp(rnorm(n, sd = 1.6)), 2), 0)
practice <- sample(1:12, n, replace = TRUE)
write.csv(data.frame(age, rare, near, practice, cost), "awkward.csv", row.names = FALSE, quote = FALSE)

rows <- list()
keep <- function(data, model, quantity, name, value) rows[[length(rows) + 1]] <<- data.frame(data, model, quantity, name, value = sprintf("%.15g", value))
# A few steps more of Newton's, as glm stops when the deviance does.
polish <- function(fit) {
  for (i in 1:5) fit <- suppressWarnings(glm(fit$formula, family = fit$family, data = fit$data, start = coef(fit), control = tight))
  fit
}
scores <- function(fit) { x <- model.matrix(fit); x * (residuals(fit, "working") * weights(fit, "working")) }
robust <- function(fit, cluster = NULL) {
  x <- model.matrix(fit); n <- nrow(x); k <- ncol(x)
  bread <- solve(crossprod(x * sqrt(weights(fit, "working"))))
  s <- scores(fit)
  if (is.null(cluster)) return(sqrt(diag(bread %*% crossprod(s) %*% bread) * n / (n - k)))
  g <- length(unique(cluster)); s <- rowsum(s, cluster)
  sqrt(diag(bread %*% crossprod(s) %*% bread) * g / (g - 1) * (n - 1) / (n - k))
}
all <- function(data, model, fit, cluster = NULL) {
  fit <- polish(fit)
  b <- coef(fit); se <- summary(fit)$coefficients[, 2]
  for (name in names(b)) { keep(data, model, "coefficient", name, b[[name]]); keep(data, model, "error", name, se[[name]]); keep(data, model, "robust", name, robust(fit)[[name]]) }
  if (!is.null(cluster)) for (name in names(b)) keep(data, model, "clustered", name, robust(fit, cluster)[[name]])
  keep(data, model, "dispersion", "", summary(fit)$dispersion)
  invisible(fit)
}
costs <- function(data, of, terms, cluster = NULL) {
  of$any <- as.numeric(of$cost > 0)
  users <- of[of$cost > 0, ]
  on <- function(left) as.formula(paste(left, "~", terms))
  any <- all(data, "logit", glm(on("any"), family = binomial, data = of, control = tight), cluster)
  amount <- all(data, "gamma", glm(on("cost"), family = Gamma("log"), data = users, control = tight, mustart = rep(mean(users$cost), nrow(users))), cluster[of$cost > 0])
  all(data, "log link", glm(on("cost"), family = quasipoisson("log"), data = of, control = tight, mustart = rep(mean(of$cost), nrow(of))), cluster)
  all(data, "square root", glm(on("cost"), family = quasipoisson("sqrt"), data = of, control = tight, mustart = rep(mean(of$cost), nrow(of))), cluster)
  all(data, "least squares", glm(on("cost"), family = gaussian, data = of, control = tight), cluster)
  logs <- lm(on("log(cost)"), data = users)
  keep(data, "smearing", "factor", "", mean(exp(residuals(logs))))
  for (name in names(coef(logs))) keep(data, "smearing", "coefficient", name, coef(logs)[[name]])
  park <- polish(glm(e ~ log(m), family = Gamma("log"), data = data.frame(e = (users$cost - fitted(amount))^2, m = fitted(amount)), control = tight, mustart = rep(mean((users$cost - fitted(amount))^2), nrow(users))))
  keep(data, "park", "power", "", coef(park)[[2]])
  expected <- predict(any, of, "response") * predict(amount, of, "response")
  e <- of$cost - expected
  keep(data, "two parts", "r squared", "", 1 - sum(e^2) / sum((of$cost - mean(of$cost))^2))
  keep(data, "two parts", "cumming", "", 1 - sum(abs(e)) / sum(abs(of$cost - mean(of$cost))))
  keep(data, "two parts", "error", "", mean(abs(e)))
  keep(data, "two parts", "root error", "", sqrt(mean(e^2)))
  keep(data, "two parts", "ratio", "", sum(expected) / sum(of$cost))
  keep(data, "two parts", "slope", "", coef(lm(of$cost ~ expected))[[2]])
  tenth <- factor(floor(10 * floor(rank(signif(expected, 12)) - 1) / nrow(of)))
  tilt <- summary(lm(e ~ 0 + tenth))$fstatistic
  keep(data, "two parts", "tilt", "F", tilt[["value"]])
  keep(data, "two parts", "tilt", "p", pf(tilt[["value"]], tilt[["numdf"]], tilt[["dendf"]], lower.tail = FALSE))
  X <- cbind(1, expected / mean(expected), (expected / mean(expected))^2)
  inverse <- solve(crossprod(X))
  beta <- inverse %*% crossprod(X, of$cost)
  left <- as.vector(of$cost - X %*% beta)
  robust <- nrow(X) / (nrow(X) - 3) * inverse %*% crossprod(X * left) %*% inverse
  keep(data, "two parts", "link", "p", 2 * pnorm(-abs(beta[3]) / sqrt(robust[3, 3])))
  list(any = any, amount = amount)
}
recycled <- function(fits, of, name, value) { of[[name]] <- value; mean(predict(fits$any, of, "response") * predict(fits$amount, of, "response")) }
people <- read.csv("two_part.csv")
fits <- costs("two_part", people, "age + ltc")
keep("two_part", "recycled", "ltc", "0", recycled(fits, people, "ltc", 0)); keep("two_part", "recycled", "ltc", "4", recycled(fits, people, "ltc", 4))
# The jackknife: everybody left out once, and the difference made again.
left <- sapply(seq_len(nrow(people)), function(i) {
  of <- people[-i, ]; of$any <- as.numeric(of$cost > 0)
  again <- list(any = glm(any ~ age + ltc, family = binomial, data = of, control = tight), amount = glm(cost ~ age + ltc, family = Gamma("log"), data = of[of$cost > 0, ], control = tight))
  recycled(again, of, "ltc", 4) - recycled(again, of, "ltc", 0)
})
keep("two_part", "jackknife", "error", "ltc 4 against 0", sqrt((nrow(people) - 1) / nrow(people) * sum((left - mean(left))^2)))
rooted <- function(of) {
  fit <- polish(glm(cost ~ age + ltc, family = quasipoisson("sqrt"), data = of, control = tight, mustart = rep(mean(of$cost), nrow(of))))
  at <- function(value) { of$ltc <- value; mean(predict(fit, of, "response")) }
  at(4) - at(0)
}
keep("two_part", "square root", "recycled", "ltc 4 against 0", rooted(people))
left <- sapply(seq_len(nrow(people)), function(i) rooted(people[-i, ]))
keep("two_part", "square root", "jackknife", "ltc 4 against 0", sqrt((nrow(people) - 1) / nrow(people) * sum((left - mean(left))^2)))
awkward <- read.csv("awkward.csv")
costs("awkward", awkward, "age + rare + near", awkward$practice)
women <- read.csv("infert.csv")
all("infert", "logit", glm(case ~ age + spontaneous + induced, family = binomial, data = women, control = tight), women$stratum)
writeLines(c("data,model,quantity,name,value", sapply(rows, function(row) paste(row, collapse = ","))), "models.csv")
