using Acornima;
using Acornima.Ast;

namespace Gongkai.Recipes.Scripting;

/// <summary>Refuses by its writing alone what no limit stops while it runs: numbers and texts that one step makes arbitrarily large.</summary>
internal static class ScriptShape
{
    private const int MaxPieces = 16;

    /// <summary>What is wrong with a script; null when it may run.</summary>
    public static string? FaultOf(Script script)
    {
        var left = new Stack<Node>([script]);
        while (left.TryPop(out var node))
        {
            if (node is BigIntLiteral)
                return At(node, "不能使用 BigInt（如 10n），请用普通的数。");
            if (node is TemplateLiteral { Expressions.Count: > MaxPieces } || (node is BinaryExpression sum && PiecesOf(sum) > MaxPieces))
                return At(node, $"一个表达式里拼接的文本超过 {MaxPieces} 段，请分成几个语句，或用 join。");
            foreach (var child in node.ChildNodes)
            {
                if (child is not null)
                    left.Push(child);
            }
        }
        return null;
    }

    private static int PiecesOf(BinaryExpression sum)
    {
        var pieces = 1;
        for (Node node = sum; node is BinaryExpression { Operator: Operator.Addition } addition && pieces <= MaxPieces; node = addition.Left)
            pieces++;
        return pieces;
    }

    private static string At(Node node, string message) => $"脚本第 {node.Location.Start.Line} 行第 {node.Location.Start.Column + 1} 个字符：{message}";
}
