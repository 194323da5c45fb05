using Gongkai.Content;

namespace Gongkai.Review.InStep;

/// <summary>三同步: neither a policy that needs an interpretation nor its interpretation becomes public without the other.</summary>
public static class PairRules
{
    private static readonly Wording Emergency = new("紧急情况要先发布文件的，在文件的“审核”一栏写明先行发布的理由。");

    /// <summary>Why a policy may not become public; null when it may.</summary>
    /// <param name="interpretations">The interpretations that name it, each as it is when the policy is public.</param>
    /// <remarks>One must be public. Those that were submitted belong to it and come with it; one that somebody has only begun may follow.</remarks>
    public static Wording? FaultOfPolicy(IReadOnlyCollection<PairHalf> interpretations)
    {
        var left = interpretations.Where(half => half.Standing is HalfStanding.Ready or HalfStanding.UnderReview).ToList();
        if (left.Find(half => half.Standing == HalfStanding.UnderReview) is { } waiting)
            return $"解读{LabelOf(waiting)}还没有审核完，文件现在不能发布：解读和文件要同步发布。等它走到发布环节，在任何一边发布就可以。{Emergency}";
        if (left.Count > 0)
            return $"解读{LabelOf(left[0])}没有一起发布，文件现在不能发布：解读和文件要同步发布。请两边都能发布的人来发布，时间要一样。{Emergency}";
        if (interpretations.Any(half => half.Standing == HalfStanding.Public))
            return null;
        return interpretations.FirstOrDefault() is { } begun
            ? new("解读{0}还没有提交审核，文件现在不能发布：解读和文件要同步发布。请先让解读走完审核。{1}", LabelOf(begun), Emergency)
            : new("这份文件标了“需要解读”，还没有解读在“所解读的政策”里选它，现在不能发布：解读和文件要同步发布。请先写解读。{0}", Emergency);
    }

    /// <summary>Why an interpretation may not become public; null when it may.</summary>
    /// <param name="policy">A policy that it names and that needs an interpretation, as it is when the interpretation is public.</param>
    public static Wording? FaultOfInterpretation(PairHalf policy) => policy.Standing switch
    {
        HalfStanding.Public => null,
        HalfStanding.Ready => $"它解读的文件{LabelOf(policy)}没有一起发布，解读现在不能发布：解读和文件要同步发布。请两边都能发布的人来发布，时间要一样。",
        HalfStanding.Withheld => $"它解读的文件“{policy.Title}”是“{policy.StageLabel}”的，解读不能公开。请在“所解读的政策”里去掉那份文件，或者不再发布这篇解读。",
        _ => $"它解读的文件{LabelOf(policy)}还没有审核完，解读现在不能发布：解读和文件要同步发布。等文件走到发布环节，在任何一边发布就可以。",
    };

    private static Wording LabelOf(PairHalf half) => $"“{half.Title}”（现在处在“{half.StageLabel}”）";
}
